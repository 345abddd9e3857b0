/** Renders a sample by the command line and checks what came out, with nothing of ours but the command itself. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const folder = mkdtempSync(join(tmpdir(), 'yusuan-'));
const output = join(folder, '公开.docx');
try {
  const printed = execFileSync(process.execPath, ['bin/yusuan.cjs', 'render', 'samples/2026-unit.xlsx', '-o', output], {
    encoding: 'utf8',
  });
  assert.match(printed, /已生成/);
  const parts = unzipSync(readFileSync(output));
  const text = strFromU8(parts['word/document.xml']).replace(/<[^>]+>/g, '');
  for (const wanted of ['第四部分　名词解释', '收支总预算4,360.97万元', '占51.36%', '下降96.31%']) {
    assert.ok(text.includes(wanted), `the document lacks ${wanted}`);
  }
  console.log(`${printed}\nthe rendered sample holds what it must`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
