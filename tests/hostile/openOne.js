/**
 * Opens the document of the path given and prints what comes of it: for a process of its own, which table.js measures.
 */
import { readFileSync } from 'node:fs';
import { openPublished } from '../../dist/published/open/index.js';

const result = await openPublished({ name: '公开文本', bytes: new Uint8Array(readFileSync(process.argv[2])) });
process.stdout.write(
  JSON.stringify(
    result.ok
      ? { read: result.document.blocks.length }
      : { codes: result.findings.map(({ code }) => code), said: result.findings[0].message },
  ),
);
