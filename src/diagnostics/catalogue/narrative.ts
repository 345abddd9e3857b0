/** N: what part 3 has to say in words, and what an office may state otherwise than computed. */
import type { Definition } from '../finding.js';

export const narrativeFindings = {
  N01: {
    severity: 'error',
    title: '缺少增减原因',
    message: '{row}本年 {found}，上年 {expected}，有增减但没有填写主要原因。',
    remedy: '请填写“主要原因”。',
  },
  N02: {
    severity: 'error',
    title: '缺少支出用途',
    message: '{row}有支出 {found}，但“支出用途”表没有填写主要用于什么。',
    remedy: '请在“支出用途”表补一行。',
  },
  N03: {
    severity: 'error',
    title: '项目缺少说明',
    message: '项目“{row}”当年有一般公共预算安排，但没有填写“{column}”。',
    remedy: '请填写；依法不予公开的项目，请把“是否公开”改为“不予公开”。',
  },
  N04: {
    severity: 'error',
    title: '缺少上年数',
    message: '科目 {found} 本年有一般公共预算 {expected}，但“上年对比（科目）”表没有这一行。',
    remedy: '请补一行；上年没有的填 0。',
  },
  N05: {
    severity: 'error',
    title: '缺少结转资金用途',
    message: '项目“{row}”有上年结转 {found}，但没有填写“结转资金用途”。',
    remedy: '请填写；依法不予公开的项目，请把“是否公开”改为“不予公开”。',
  },
  N06: {
    severity: 'error',
    title: '缺少委托业务费用途',
    message: '“{row}”的委托业务费没有填写“用途”。',
    remedy: '请填写“用途”。',
  },
  N07: {
    severity: 'warning',
    title: '缺少联系人或电话',
    message: '整体绩效目标表要印联系人和联系电话，“{column}”没有填写。',
    remedy: '请在“基本信息”表填写。',
  },
  N08: {
    severity: 'warning',
    title: '绩效分值合计与常例不同',
    message: '绩效目标表“{row}”各指标的分值合计为 {found}；一般是 90（另 10 分为预算执行率），也有用 100 的。',
    remedy: '请核对各指标的分值权重，看有没有漏填、错填；本地要求就是这样的，可以不管。',
  },
  N09: {
    severity: 'warning',
    title: '所填数与收支总体情况表不一致',
    message: '“{row}”填 {found}，按收支总体情况表的口径计算为 {expected}，文档中印所填的数，与该表对不上。',
    remedy: '请核对；不需要另外填写的，清空该格即自动计算。',
  },
  N10: {
    severity: 'warning',
    title: '没有整体绩效目标',
    message: '“预算绩效情况”表没有填写年度绩效目标，文档将印“整体预算绩效目标0个”。',
    remedy: '部门应编制整体绩效目标的，请填写年度绩效目标和整体绩效指标。',
  },
  N11: {
    severity: 'warning',
    title: '落款日期与年度不符',
    message: '落款日期是 {found}，预算年度是 {expected}年。',
    remedy: '请核对落款日期。',
  },
  N12: {
    severity: 'note',
    title: '填了但不会印出',
    message: '{row}的{found}没有对应的支出，这一行不会印出。',
    remedy: '可以不管，或删除这一行。',
  },
  N13: {
    severity: 'warning',
    title: '整体绩效目标不完整',
    message: '填写了年度绩效目标，但“整体绩效指标”表没有指标。',
    remedy: '请补填整体绩效指标。',
  },
  N14: {
    severity: 'warning',
    title: '原因没有内容',
    message: '{row}的主要原因只写了“{found}”，没有说明为什么。',
    remedy: '请写清具体原因，如“在职人员增加，人员经费相应增加”。',
  },
  N15: {
    severity: 'warning',
    title: '原因与增减方向相反',
    message: '{row}本年 {now}，比上年 {last} {direction}，主要原因写的却是“{found}”。',
    remedy: '请核对本年数、上年数和原因，看是哪一个写反了。',
  },
  N16: {
    severity: 'warning',
    title: '文字没有内容',
    message: '{row}的“{column}”只写了“{found}”。',
    remedy: '这段文字会印在公开文档里，请写具体内容；确实没有的请清空。',
  },
  N17: {
    severity: 'note',
    title: '填了但不会印出',
    message: '{row}的“{column}”填了，但没有要说明的金额，不会印出。',
    remedy: '可以不管，或清空这一格。',
  },
  N18: {
    severity: 'note',
    title: '没有列入绩效目标表',
    message: '有 {found} 个公开的项目没有列入任何一张项目支出绩效目标表，第一个是“{row}”。',
    remedy: '按规定应编制绩效目标的，请在“项目信息”表的“绩效目标表”列填写表名；不需要的可以不管。',
  },
  N20: {
    severity: 'note',
    title: '项目个数与自动计数不同',
    message: '“{row}”填 {found} 个，自动计数为 {expected} 个，文档中印所填的数。',
    remedy: '请确认；不需要另外填写的，清空该格即自动计数。',
  },
  N21: {
    severity: 'warning',
    title: '用途中的项目没有登记',
    message: '{row}的“{column}”提到项目{found}，“项目信息”表没有这个项目。',
    remedy: '请核对：是上年的文字没有改，还是项目漏登；名称不同的请改为一致。',
  },
  N22: {
    severity: 'warning',
    title: '实有人数与各项人数不同',
    message: '“{row}”填 {found} 人，在职、退休、离休合计 {expected} 人，文档中两个数都印，读者一加就看出不同。',
    remedy: '请核对；没有其他人员的请清空“{row}”，由工具合计；确有其他人员的可以不管。',
  },
  N23: {
    severity: 'warning',
    title: '在职人数多于编制数',
    message: '“{row}”填 {found} 人，编制数填 {expected} 人，文档会印出在职多于编制。',
    remedy: '请核对两个数；确有超编或编制数只算行政编制的，可以不管。',
  },
  N24: {
    severity: 'warning',
    title: '资金分配与项目金额不一致',
    message: '项目“{row}”的“{column}”所写金额合计 {found}，该项目当年一般公共预算为 {expected}。',
    remedy: '请核对分配的各项金额和“项目支出”表；只写了其中一部分的，可以不管。',
  },
} as const satisfies Record<string, Definition>;
