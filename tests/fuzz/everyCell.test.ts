/**
 * Every cell counts: what is put into an empty cell of a filled workbook changes the document, or a finding names the
 * cell.
 */
import { describe, expect, test } from '@jest/globals';
import { compose, examineCells } from '../../src/index.js';
import { guideSheetName } from '../../src/workbook/layout/layout.js';
import { listSheetName, resultSheetName } from '../../src/workbook/layout/lists.js';
import { readWorkbook } from '../../src/workbook/read/index.js';
import { editions, namesIn, sampleBytes } from '../support/samples.js';
import { everyCell, type Tool, untouched } from './everyCell.js';

const tool: Tool = { examineCells, compose, editions, ignored: [guideSheetName, listSheetName, resultSheetName] };
const perSample = process.env.EVERY_SPOT === '1' ? 600 : 350;
const timeout = 60_000;

function sampleOf(name: string, of: Tool = tool) {
  const read = readWorkbook(sampleBytes(name), name);
  if (!read.ok) throw new Error(name);
  return untouched(of, name, read.workbook);
}

describe.each(namesIn('samples', '.xlsx'))('%s', (name) => {
  test(
    'nothing put into an empty cell is passed over in silence',
    () => {
      const sample = sampleOf(name);
      const silent: string[] = [];
      const ended = new Set<string>();
      for (let seed = 1; seed <= perSample; seed += 1) {
        try {
          ended.add(everyCell(tool, sample, seed));
        } catch (error) {
          silent.push(String(error));
        }
      }
      expect(silent).toEqual([]);
      // both ends must occur, or the run would show nothing
      expect([...ended].sort()).toEqual(['named', 'printed']);
    },
    timeout,
  );
});

test('a tool that says nothing of cells outside the table fails', () => {
  const silence: Tool = {
    ...tool,
    examineCells: (workbook, of) => {
      const checked = examineCells(workbook, of);
      return { ...checked, findings: checked.findings.filter(({ code }) => !['S15', 'S18', 'S19'].includes(code)) };
    },
  };
  const sample = sampleOf('2026-unit', silence);
  const run = () => {
    for (let seed = 1; seed <= 50; seed += 1) everyCell(silence, sample, seed);
  };
  expect(run).toThrow('passed over');
});
