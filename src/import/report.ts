/**
 * What the officer is told of an imported workbook: coloured cells with notes, and the list on its first tab, the most
 * important first.
 */

import { address } from '../vocabulary/cells.js';
import { layout } from '../workbook/layout/layout.js';
import type { Columns } from '../workbook/layout/types.js';
import type { Mark, Report, ReportRow } from '../workbook/write/index.js';
import { cellAt, type Places } from '../workbook/write/place.js';
import { colours } from '../workbook/write/style.js';
import type { Draft, Found } from './found.js';
import type { ImportedMatch } from './index.js';
import { placeOfPath } from './placeOfPath.js';
import type { ProofDifference } from './proof.js';
import type { Spot } from './trial.js';
import { eachCell, isAmount } from './yuan.js';

const words = { printed: '', inferred: '推定', missing: '未公开' } as const;

/** The cells that were inferred or are missing, each with its note and colour. */
export function marksOf(draft: Draft): Mark[] {
  const marks: Mark[] = [];
  eachCell(draft, ({ origin, how }, spot) => {
    if (origin === 'printed') return;
    const text = origin === 'missing' ? `未公开，请填写：${how}。` : `推定，请核对：${how}。`;
    marks.push({ ...spot, text, colour: origin === 'missing' ? colours.missing : colours.inferred });
  });
  return marks;
}

/** Cells of one column that are as they are for the same reason. */
interface Group {
  readonly found: Found;
  readonly spots: readonly Spot[];
}

function groupsOf(draft: Draft): Group[] {
  const groups = new Map<string, { found: Found; spots: Spot[] }>();
  eachCell(draft, (found, spot) => {
    if (found.origin === 'printed') return;
    const key = [spot.sheet, spot.column, found.origin, found.how].join('\n');
    const group = groups.get(key);
    if (group) group.spots.push(spot);
    else groups.set(key, { found, spots: [spot] });
  });
  return [...groups.values()];
}

const headerOf = ({ sheet, column }: Spot): string => (layout[sheet].columns as Columns)[column]?.header ?? column;
const isRequired = ({ sheet, column }: Spot): boolean => (layout[sheet].columns as Columns)[column]?.required === true;

/** 0: to be filled, no document without it. 1: to be filled. 2: an inferred amount. 3: another inferred cell. */
function importance({ found, spots }: Group): number {
  const [spot] = spots;
  if (spot === undefined) return 3;
  if (found.origin === 'missing') return isRequired(spot) ? 0 : 1;
  return isAmount(spot.sheet, spot.column) ? 2 : 3;
}

/** Places are named one by one up to here. */
const mostPlaces = 6;

function groupRow(group: Group, draft: Draft, places: Places): ReportRow[] {
  const [spot] = group.spots;
  if (spot === undefined) return [];
  const cells = group.spots.flatMap(({ sheet, row, column }) => cellAt(places, sheet, row, column) ?? []);
  const listed = cells.slice(0, mostPlaces).map((at) => address(at));
  const more = cells.length > mostPlaces ? ` 等 ${cells.length} 处` : '';
  const { origin, how } = group.found;
  return [
    {
      level: origin === 'missing' ? '请填写' : '请核对',
      colour: origin === 'missing' ? colours.missing : colours.inferred,
      ...(cells[0] ? { at: cells[0] } : {}),
      where: `“${layout[spot.sheet].name}”表 ${headerOf(spot)} ${listed.join('、')}${more}`,
      what: origin === 'missing' ? '' : shown(group, draft),
      how: `${words[origin]}：${how}`,
    },
  ];
}

function shown({ spots }: Group, draft: Draft): string {
  const texts = spots.map(({ sheet, row, column }) => {
    const cells = draft[sheet];
    return (Array.isArray(cells) ? cells[row]?.[column]?.text : undefined) ?? '';
  });
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .slice(0, mostPlaces)
    .join('、');
}

const differenceRow = ({ value, found }: ProofDifference): ReportRow => ({
  level: '请核对',
  colour: colours.missing,
  where: placeOfPath(value.path),
  what: `原文“${value.text}”，本工作簿将印“${found ?? ''}”`,
  how: '印出来与原文不同',
});

/** The lines of the first tab and its list, in Chinese. `source`: names of the files. */
export function reportOf(imported: ImportedMatch, source: string, places: Places): Report {
  const { draft, proof } = imported;
  const groups = groupsOf(draft).sort((a, b) => importance(a) - importance(b));
  const rows = (from: number, to: number) =>
    groups
      .filter((group) => importance(group) >= from && importance(group) <= to)
      .flatMap((group) => groupRow(group, draft, places));
  const conflicts = proof.conflicts.map(
    ({ path, values }): ReportRow => ({
      level: '请核对',
      colour: colours.missing,
      where: placeOfPath(path),
      what: `原文有的地方印“${[...new Set(values.map(({ text }) => text))].join('”，有的地方印“')}”`,
      how: '原文前后不一致，按多数或先出现的填写',
    }),
  );
  return {
    title: `导入说明：由“${source}”生成`,
    lines: linesOf(imported),
    rows: [...rows(0, 0), ...conflicts, ...proof.differences.map(differenceRow), ...rows(1, 3)],
  };
}

export interface Counts {
  readonly printed: number;
  readonly inferred: number;
  readonly missing: number;
}

/** How many cells are of each origin. */
export function countsOf(draft: Draft): Counts {
  const counts = { printed: 0, inferred: 0, missing: 0 };
  eachCell(draft, ({ origin }) => {
    counts[origin] += 1;
  });
  return counts;
}

/** Where the amounts come from, in Chinese. `amounts` and `moved`: how many there are, and how many were moved. */
export function amountsText({ amounts, moved, inYuan }: Pick<ImportedMatch, 'amounts' | 'moved' | 'inYuan'>): string {
  if (!inYuan) return `金额由万元按元重建（${amounts} 个中 ${moved} 个调整了尾数），末位不是原数`;
  if (moved === 0) return '金额照各表的元填写';
  return `金额照各表的元填写（${amounts} 个中 ${moved} 个为使各表前后一致调整了尾数）`;
}

function linesOf(imported: ImportedMatch): string[] {
  const { draft, proof } = imported;
  const { printed, inferred, missing } = countsOf(draft);
  return [
    `单元格：照原文 ${printed} 个，推定 ${inferred} 个（蓝色，附批注），未公开待填 ${missing} 个（橙色，附批注）。`,
    `核对：用本工作簿重新计算，原文的 ${proof.figures} 个数中 ${proof.reproduced} 个印出相同，${proof.texts} 处文字中 ${proof.textsReproduced} 处相同；原文另有 ${proof.otherWords} 处与表样用语不同或没有对应。`,
    `${amountsText(imported)}${imported.inYuan ? '。' : '；使每个数都印得与原文相同。有批复或系统的元数时请改用原数。'}`,
  ];
}

/**
 * The first tab of next year's workbook: what the officer still has to decide, and how far last year's document was
 * read.
 */
export function nextReportOf(
  imported: ImportedMatch,
  of: { readonly source: string; readonly year: number; readonly marks: readonly Mark[]; readonly places: Places },
): Report {
  const rows = of.marks.flatMap(({ sheet, row, column, text }): ReportRow[] => {
    const at = cellAt(of.places, sheet, row, column);
    if (!at) return [];
    const where = `“${layout[sheet].name}”表 ${headerOf({ sheet, row, column })} ${address(at)}`;
    return [{ level: '请填写', colour: colours.missing, at, where, what: '', how: text }];
  });
  const order = (row: ReportRow): number => (row.how.startsWith('未公开') ? 0 : 1);
  return {
    title: `导入说明：由“${of.source}”结转到${of.year}年`,
    lines: [
      ...linesOf(imported).slice(1, 2),
      '保留：名称、职能、单位、科目名称、项目名称和是否公开；原文的本年数转为上年数，金额由万元数按元重建，末位不是原数；其余清空。',
    ],
    rows: [...rows].sort((a, b) => order(a) - order(b)),
  };
}
