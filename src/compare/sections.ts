/** A comparison in sections, as data: what the page that is written and the page of the tool both show. */
import type { ReportCell, ReportPart } from '../writers/html/report.js';
import type { DocumentComparison } from './compare.js';
import type { GoalChange, WordsChange } from './goals.js';
import type { TableChange } from './tables.js';
import type { TextChange } from './texts.js';
import {
  amountsText,
  cellGroups,
  clauseTexts,
  columnNotes,
  goalText,
  kindWords,
  lastYearText,
  rowName,
  tableCounts,
  tableTitle,
} from './words.js';

export interface ComparisonSection {
  readonly title: string;
  readonly parts: readonly ReportPart[];
}

const paragraph = (text: string, kind: 'paragraph' | 'note' | 'unit' | 'heading' = 'paragraph'): ReportPart => ({
  kind,
  text,
});
const table = (label: string, heads: readonly string[], rows: readonly (readonly ReportCell[])[]): ReportPart => ({
  kind: 'table',
  label,
  heads,
  rows,
});
const head = (text: string, rowSpan = 1): ReportCell => ({ kind: 'head', text, ...(rowSpan > 1 && { rowSpan }) });
const cell = (text: string, kind: ReportCell['kind'] = 'plain'): ReportCell => ({ kind, text });

/** Only what has changed; amounts in 万元 as printed. */
export function sectionsOf({ lastYear, tables, figures, goals, texts }: DocumentComparison): ComparisonSection[] {
  const differences = (lastYear?.differences ?? []).map((one) => [head(one.name), cell(lastYearText(one), 'words')]);
  const others = figures.changed.map((one) => [
    head(`${one.name}${one.unit === '万元' ? '' : `（${one.unit}）`}`),
    ...[one.before, one.after, one.change, one.rate].map((words) => cell(words, 'number')),
  ]);
  const all: ComparisonSection[] = [
    {
      title: '上年数与前一份不同',
      parts: differences.length > 0 ? [table('上年数与前一份不同', ['项目', '不同在哪里'], differences)] : [],
    },
    ...tables.filter((one) => one.rows.length > 0).map(tableSection),
    {
      title: '表外的数',
      parts: others.length > 0 ? [table('表外的数', ['项目', '前', '后', '增减', '增减 %'], others)] : [],
    },
    { title: '绩效目标', parts: goals.changed.flatMap((goal, index) => goalParts(goal, index + 1)) },
    { title: '文字', parts: texts.changed.flatMap(textParts) },
  ];
  return all.filter(({ parts }) => parts.length > 0);
}

function tableSection(change: TableChange): ComparisonSection {
  const title = tableTitle(change);
  const rows = change.rows.flatMap((row) => {
    const groups = cellGroups(row);
    const unit = row.unit === '' || row.unit === row.name ? '' : `${row.unit} `;
    const kind = row.kind === 'changed' ? '' : `${kindWords[row.kind]}：`;
    const name = head(`${kind}${unit}${rowName(row)}`, groups.length);
    if (groups.length === 0) return [[name, ...['金额没有变化', '', '', '', ''].map((words) => cell(words))]];
    return groups.map(({ columns, cell: own }, index) => [
      ...(index === 0 ? [name] : []),
      cell(columns, 'words'),
      ...(own.yuan === ''
        ? [own.before, own.after, own.change, own.rate].map((words) => cell(words, 'number'))
        : [{ ...cell(amountsText(own)), columnSpan: 4 }]),
    ]);
  });
  return {
    title,
    parts: [
      paragraph(tableCounts(change)),
      ...columnNotes(change).map((note) => paragraph(note, 'note')),
      paragraph('单位：万元', 'unit'),
      table(title, ['编码和名称', '栏目', '前', '后', '增减', '增减 %'], rows),
    ],
  };
}

const aimTexts = ({ field, before, after }: WordsChange): string[] => [
  ...(before === '' ? [] : [`${field}${kindWords.gone}：${before}`]),
  ...(after === '' ? [] : [`${field}${kindWords.new}：${after}`]),
];

function goalParts(goal: GoalChange, number: number): ReportPart[] {
  const rows = goal.indicators.flatMap(({ kind, name, fields }) =>
    fields.map(({ field, before, after }, index) => [
      ...(index === 0 ? [head(name, fields.length)] : []),
      ...[kindWords[kind], field].map((words) => cell(words)),
      ...[before, after].map((words) => cell(words, 'words')),
    ]),
  );
  const { aim } = goal;
  return [
    paragraph(goal.name, 'heading'),
    paragraph(goalText(goal)),
    ...(aim ? [{ kind: 'list', items: aimTexts(aim) } as const] : []),
    ...(rows.length > 0
      ? [table(`绩效目标 ${number}：${goal.name}`, ['三级指标', '变化', '内容', '前', '后'], rows)]
      : []),
  ];
}

const textParts = (change: TextChange): ReportPart[] => [
  paragraph(change.title, 'heading'),
  {
    kind: 'list',
    items: clauseTexts(change),
  },
];
