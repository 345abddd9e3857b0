/** Whose document it is and of which year, throughout. */
import type { PlacedBlock } from '../place.js';
import { plain, withoutNumbering } from '../plain.js';
import type { ReadParagraph } from '../reading.js';
import type { AuditFinding, AuditKind } from './finding.js';
import { type FormKey, formKeys, type Published } from './forms.js';

export interface Cover {
  readonly year: number;
  readonly name: string;
}

/** From the cover: `2026年某某局`, `部门预算公开`, in one paragraph or two; or the name first, then `2024年部门预算公开`. */
export function coverOf({ blocks }: Published): Cover | undefined {
  let before = '';
  for (const { block } of blocks.slice(0, 12)) {
    if (block.kind !== 'paragraph') continue;
    const text = plain(block.text);
    const [, year, name = ''] = /^(20\d\d)年(?:度)?(.*?)(?:(?:部门|单位)预算(?:公开)?)?$/.exec(text) ?? [];
    if (year !== undefined && (name || before) !== '') return { year: Number(year), name: name || before };
    before = text;
  }
  return undefined;
}

/** Names of the units, as 机构设置 lists them, and the entity's own. */
export function unitNamesOf({ blocks }: Published, cover: Cover | undefined): (name: string) => boolean {
  const listed = blocks
    .filter(({ headings }) => /第一部分/.test(headings[0] ?? '') && /机构设置/.test(headings[1] ?? ''))
    .flatMap(({ block }) => (block.kind === 'paragraph' ? [plain(block.text)] : []));
  return (name) =>
    name !== '' && (name === cover?.name || listed.some((text) => withoutNumbering(text).rest.startsWith(name)));
}

export function checkNames(published: Published, cover: Cover | undefined): AuditFinding[] {
  if (!cover) return [];
  return [
    ...published.blocks.flatMap((placed) =>
      placed.block.kind === 'paragraph' ? checkParagraph(placed, placed.block, cover) : [],
    ),
    ...[...published.tables.values()].flatMap(({ statement, headings }) =>
      statement.captions.flatMap(({ text, at }) => checkCaption(plain(text), cover, headings, at)),
    ),
    ...checkKind(published),
    ...checkContents(published),
    ...checkPresence(published, cover),
  ];
}

const found = (
  kind: AuditKind,
  headings: readonly string[],
  text: string,
  message: string,
  at: number,
): AuditFinding => ({
  kind,
  severity: 'difference',
  place: { headings, sentence: text.length <= 60 ? text : `${text.slice(0, 59)}…` },
  message,
  at,
});

function checkParagraph({ headings }: PlacedBlock, paragraph: ReadParagraph, { year, name }: Cover): AuditFinding[] {
  const text = plain(paragraph.text);
  const isHeading = paragraph.level > 0 || paragraph.contents;
  const inForm = isHeading || /第三部分/.test(headings[0] ?? '') || /^\(20\d\d年(度)?\)$/.test(text);
  if (!inForm) return [];
  const { rest } = withoutNumbering(text);
  const years = [...rest.matchAll(yearsOf(name))].map((match) => Number(match[1]));
  const wrong = years.filter((other) => other !== year);
  const end = /截至(20\d\d)年(底|12月)/.exec(rest)?.[1];
  const about =
    /^关于(.+?)20\d\d年/.exec(rest)?.[1] ??
    /^([^,。:;"]{4,60}?)20\d\d年(?=没有使用|所有收入|财政拨款收支|一般公共预算|支出预算|上年结转结余\d|委托业务费\d|的机关运行)/.exec(
      rest,
    )?.[1];
  return [
    ...wrong.map((other) =>
      found('year', headings, paragraph.text, `写成了 ${other} 年，本文档是 ${year} 年`, paragraph.at),
    ),
    ...(end !== undefined && Number(end) !== year - 1
      ? [found('year', headings, paragraph.text, `应截至 ${year - 1} 年底，写成了 ${end} 年`, paragraph.at)]
      : []),
    ...(about !== undefined && about !== name && isName(about)
      ? [found('name', headings, paragraph.text, `名称为“${about}”，封面为“${name}”`, paragraph.at)]
      : []),
  ];
}

const isName = (text: string): boolean => !/\d|项目|资金/.test(text);

/** How the form goes on behind its year; the name of a project goes on otherwise. */
const said =
  '部门|单位|预算|收支|收入|支出|财政拨款|一般公共预算|政府性基金|国有资本|上年结转结余|委托业务费|所有|没有|的|,|\\)|$';

/** Years that the form's own wording names: at the beginning, behind the entity's name, in headings of parts, 年预算数. */
const yearsOf = (name: string): RegExp => {
  const own = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|^关于.{2,60}?|${own}|^\\(|\\(项\\):)(20\\d\\d)年(?=${said})`, 'g');
};

function checkCaption(text: string, { name }: Cover, headings: readonly string[], at: number): AuditFinding[] {
  const stated = /^(?:编制|填报)(?:部门|单位):(.*)$/.exec(text)?.[1];
  if (stated === undefined || stated === name) return [];
  return [found('name', headings, text, `名称为“${stated}”，封面为“${name}”`, at)];
}

/** 部门 or 单位, not both. */
function checkKind({ blocks, tables }: Published): AuditFinding[] {
  const said = [
    ...blocks.flatMap(({ block, headings }) => {
      const kind =
        block.kind === 'paragraph'
          ? /^(?:第.部分)?(?:20\d\d年)?(部门|单位)(?:概况|预算公开|预算情况|收支总体|收入总体|支出总体)/.exec(
              withoutNumbering(plain(block.text)).rest,
            )?.[1]
          : undefined;
      return block.kind === 'paragraph' && kind ? [{ kind, headings, text: block.text, at: block.at }] : [];
    }),
    ...[...tables.values()].flatMap(({ statement, headings }) =>
      statement.captions.flatMap(({ text, at }) => {
        const kind = /^编制(部门|单位):/.exec(plain(text))?.[1];
        return kind ? [{ kind, headings, text, at }] : [];
      }),
    ),
  ];
  const [first] = said;
  return said
    .filter(({ kind }) => kind !== first?.kind)
    .map(({ kind, headings, text, at }) =>
      found('name', headings, text, `这里称“${kind}”，前面称“${first?.kind}”`, at),
    );
}

/** An entry of the contents has the words of its heading. */
function checkContents({ blocks }: Published): AuditFinding[] {
  const key = (text: string) => withoutNumbering(plain(text)).rest;
  const headings = new Set(
    blocks.flatMap(({ block }) => (block.kind === 'paragraph' && !block.contents ? [key(block.text)] : [])),
  );
  return blocks.flatMap(({ block }) => {
    if (block.kind !== 'paragraph' || !block.contents) return [];
    const text = block.text.replace(/(?:[\s.…·]+|[.…·]{2,})\d{1,4}$/, '');
    return key(text) === '' || headings.has(key(text))
      ? []
      : [found('name', ['目录'], text, '正文没有这个标题', block.at)];
  });
}

/** The form's tables and explanations; 委托业务费 since 2026. */
function checkPresence({ tables, blocks }: Published, { year }: Cover): AuditFinding[] {
  const required = (key: FormKey) => key !== 'commissioned' || year >= 2026;
  const names: Readonly<Record<FormKey, string>> = {
    balance: '收支总体情况表',
    income: '收入总体情况表',
    expenditure: '支出总体情况表',
    fiscalBalance: '财政拨款收支预算总体情况表',
    general: '一般公共预算支出情况表',
    basic: '一般公共预算基本支出情况表',
    projects: '一般公共预算项目支出情况表',
    fund: '政府性基金预算支出情况表',
    capital: '国有资本经营预算支出情况表',
    threePublic: '财政拨款“三公”经费支出情况表',
    commissioned: '财政拨款委托业务费支出情况表',
    carryOver: '上年结转结余情况表',
  };
  const parts = ['第一部分', '第二部分', '第三部分', '第四部分'];
  const texts = blocks.flatMap(({ block }) =>
    block.kind === 'paragraph' && !block.contents ? [plain(block.text)] : [],
  );
  const lacking = [
    ...formKeys.filter((key) => required(key) && !tables.has(key)).map((key) => `没有找到“${names[key]}”`),
    ...parts.filter((part) => !texts.some((text) => text.startsWith(part))).map((part) => `没有找到“${part}”`),
  ];
  return lacking.map((message) => ({
    kind: 'missing',
    severity: 'difference',
    place: { headings: ['全文'] },
    message,
    at: -1,
  }));
}
