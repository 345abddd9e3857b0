/** The fields of the data that are published beside a document (docs/data.md); the same for every edition. */

/** Raised with every change of a field's name, type or sense. */
export const dataVersion = '1.2.0';

/** Types of Table Schema. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'year';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly title: string;
  readonly description?: string;
  readonly constraints?: { readonly required: true; readonly unique?: true };
}

const required = { required: true } as const;

/** Whose figures: in every row, so that files of many offices and years can be put under one another. */
const publisher: readonly Field[] = [
  { name: 'year', type: 'year', title: '年度', constraints: required },
  { name: 'entity', type: 'string', title: '部门（单位）名称', constraints: required },
  { name: 'kind', type: 'string', title: '部门或单位', constraints: required },
];

const number: Field = { name: 'number', type: 'integer', title: '序号', constraints: { required: true, unique: true } };
const value: Field = { name: 'value', type: 'number', title: '数值', description: '与文档所印相同，计量单位见 unit' };
const yuan: Field = {
  name: 'yuan',
  type: 'number',
  title: '金额（元）',
  description: '未四舍五入；由所印数算出的、已公开的文档只印万元的为空',
};
const place: readonly Field[] = [
  { name: 'table', type: 'integer', title: '表号', description: '文档中的“表 1”等；不在各表中的为空' },
  { name: 'title', type: 'string', title: '表名或标题' },
  { name: 'row', type: 'string', title: '行' },
  { name: 'column', type: 'string', title: '列' },
  {
    name: 'code',
    type: 'string',
    title: '科目编码',
    description: '类 3 位、款 5 位、项 7 位；经济分类类 3 位、款 5 位',
  },
  { name: 'name', type: 'string', title: '名称' },
];

/** Which performance table a row is of. */
const performanceTable: readonly Field[] = [
  { name: 'goal', type: 'string', title: '整体支出或项目支出', constraints: required },
  { name: 'name', type: 'string', title: '名称' },
  { name: 'unit', type: 'string', title: '预算单位' },
];

/** The files of a package and their fields, in order. */
export const resources = {
  figures: [
    ...publisher,
    number,
    { name: 'id', type: 'string', title: '编号', description: '同一个数印在几处，编号相同；已公开的文档读不出的为空' },
    { name: 'printed', type: 'boolean', title: '是否印在文档中', description: '否：只供复算', constraints: required },
    ...place,
    { name: 'text', type: 'string', title: '所印文字' },
    { name: 'unit', type: 'string', title: '计量单位', constraints: required },
    { ...value, constraints: required },
    yuan,
    { name: 'rule', type: 'string', title: '算法', description: '已公开的文档看不出的为空' },
    { name: 'inputs', type: 'string', title: '由哪些数算出', description: '序号，以空格分开' },
  ],
  tables: [
    ...publisher,
    number,
    ...place,
    { name: 'unit', type: 'string', title: '预算单位', description: '这一行属于哪个预算单位；表不分单位的为空' },
    { name: 'text', type: 'string', title: '所印文字' },
    { ...value, description: '万元，与文档所印相同；空白格为空' },
    yuan,
    { name: 'figure', type: 'string', title: '编号', description: 'figures.csv 中的 id' },
  ],
  indicators: [
    ...publisher,
    number,
    ...performanceTable,
    { name: 'level1', type: 'string', title: '一级指标' },
    { name: 'level2', type: 'string', title: '二级指标' },
    { name: 'level3', type: 'string', title: '三级指标' },
    { name: 'value', type: 'string', title: '指标值' },
    { name: 'basis', type: 'string', title: '指标值设置依据' },
    { name: 'last', type: 'string', title: '上年完成值', description: '只有项目支出有' },
    { name: 'weight', type: 'string', title: '分值权重', description: '所印文字；没有印的为空' },
    { name: 'scoring', type: 'string', title: '指标赋分规则', description: '只有项目支出有' },
    { name: 'evidence', type: 'string', title: '佐证资料', description: '只有项目支出有' },
  ],
  goals: [
    ...publisher,
    number,
    ...performanceTable,
    { name: 'text', type: 'string', title: '年度绩效目标、项目总体目标' },
  ],
  texts: [
    ...publisher,
    number,
    { name: 'title', type: 'string', title: '标题' },
    { name: 'text', type: 'string', title: '一段文字', constraints: required },
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

export type ResourceName = keyof typeof resources;

/** In `texts`, the date at the end of a document stands under this title. */
export const dateTitle = '落款日期';

/** A row by the fields' names; what is not there is blank in the file. */
export type DataRow = Readonly<Record<string, string>>;

/** What a package is written from, whether a document of ours or a published one. */
export interface PublishedData {
  readonly year: string;
  readonly entity: string;
  readonly kind: string;
  readonly figures: readonly DataRow[];
  readonly tables: readonly DataRow[];
  readonly indicators: readonly DataRow[];
  /** One for each performance table. */
  readonly goals: readonly DataRow[];
  readonly texts: readonly DataRow[];
}
