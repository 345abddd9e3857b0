/**
 * The process that renders workbooks or audits documents for a batch: one message in, one message out. Started by
 * pool.ts.
 */

import type { Edition } from '../document/edition.js';
import { editionsWith, packagedEditions } from '../editions/packaged.js';
import type { Editions } from '../index.js';
import { packageVersion } from '../platform/package.js';
import { type AuditJob, type AuditResult, auditOne } from './auditOne.js';
import type { Answer } from './pool.js';
import { type RenderJob, type RenderResult, renderOne } from './renderOne.js';

/** Every edition is read once in a process. */
function remembering({ years, load }: Editions): Editions {
  const loaded = new Map<number, Edition>();
  return {
    years,
    load: (year) => {
      const edition = loaded.get(year) ?? load(year);
      loaded.set(year, edition);
      return edition;
    },
  };
}

/** An office's own folder of templates, if it was given one. */
const [, , templates] = process.argv;
const editions = remembering(templates ? editionsWith(templates) : packagedEditions);
const version = packageVersion();

process.on('message', async (job: RenderJob | AuditJob) => {
  const result = 'document' in job ? await auditOne(job, editions, version) : await renderOne(job, editions, version);
  const answer: Answer<RenderResult | AuditResult> = {
    result,
    megabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  };
  process.send?.(answer);
});

// the parent is gone
process.on('disconnect', () => process.exit());
