/** The editions that come with the package. */
import type { Editions } from '../document/edition.js';
import { templatesFolder } from '../platform/package.js';
import { editionYears, loadEdition, loadEditionFrom } from './load.js';

export const packagedEditions: Editions = {
  years: editionYears(templatesFolder),
  load: (year) => loadEdition(templatesFolder, year),
};

/** The packaged editions with an office's own folder, which stands for its year. Throws EditionError. */
export function editionsWith(folder: string): Editions {
  const own = loadEditionFrom(folder, templatesFolder);
  const others = packagedEditions.years.filter((year) => year !== own.year);
  return {
    years: [...others, own.year].sort((a, b) => a - b),
    load: (year) => (year === own.year ? own : packagedEditions.load(year)),
  };
}
