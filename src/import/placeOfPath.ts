/** A path of the view in an officer's words: roughly where in the document it is printed. */

const places: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(duties|organization)/, '第一部分'],
  [/^codes\.(general|fund|capital)/, '按科目列示的表'],
  [/^codes/, '收入、支出总体情况表'],
  [/^classes|^amounts/, '收支总表'],
  [/^economic/, '一般公共预算基本支出表和说明'],
  [/^projectUnits/, '一般公共预算项目支出表'],
  [/^projectsExplained/, '一般公共预算项目支出说明'],
  [/^threePublic/, '“三公”经费表和说明'],
  [/^commissioned/, '委托业务费表和说明'],
  [/^carryOver/, '上年结转结余表和说明'],
  [/^comparedCodes|^structure/, '一般公共预算当年拨款说明'],
  [/^compared/, '与上年对比的说明'],
  [/^purposes/, '财政拨款收支说明'],
  [/^procurement/, '政府采购情况'],
  [/^assets/, '国有资产占用使用情况'],
  [/^performance\.projectGoals/, '项目支出绩效目标表'],
  [/^performance/, '预算绩效情况'],
];

/** In Chinese; 文档 where no better is known. */
export function placeOfPath(path: string): string {
  const words = places.find(([pattern]) => pattern.test(path))?.[1] ?? '文档';
  const index = /\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? words : `${words}（第 ${Number(index) + 1} 项）`;
}
