/** The samples' documents, composed. */
import { compose, type RenderedDocument, renderDocx } from '../../src/index.js';
import { examined, namesIn, sampleBytes } from '../support/samples.js';

export const sampleNames = namesIn('samples', '.xlsx');

export function composed(name: string): RenderedDocument {
  const { facts, edition } = examined(name, sampleBytes(name));
  return compose(facts, edition);
}

export async function documentOf(name: string): Promise<RenderedDocument & { readonly bytes: Uint8Array }> {
  const { facts, edition } = examined(name, sampleBytes(name));
  return renderDocx(facts, edition);
}
