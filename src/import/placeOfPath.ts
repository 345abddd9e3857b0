/** A path of the view in an officer's words: roughly where in the document it is printed. */

const places: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(duties|organization)/, '第一部分'],
  [/^codes\.(general|fund|capital)/, '按科目列示的表'],
  [/^codes/, '表2、表3'],
  [/^classes|^amounts/, '收支总表'],
  [/^economic/, '表6、说明六'],
  [/^projectUnits/, '表7'],
  [/^projectsExplained/, '说明七'],
  [/^threePublic/, '“三公”经费表和说明'],
  [/^commissioned/, '委托业务费表和说明'],
  [/^carryOver/, '上年结转结余表和说明'],
  [/^comparedCodes|^structure/, '说明五'],
  [/^compared/, '与上年对比的说明'],
  [/^purposes/, '说明四'],
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
