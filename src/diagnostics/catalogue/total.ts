/** T: amounts that stand in two places and must agree (FORM agree-1 to agree-6). */
import type { Definition } from '../finding.js';

export const totalFindings = {
  T01: {
    severity: 'error',
    title: '人员经费两处不一致',
    message:
      '“基本支出（经济）”301、303类合计 {found}，“基本支出（功能）”一般公共预算人员经费合计 {expected}，相差 {difference}。',
    remedy: '请核对两张表，两处必须一致到分。{rounding}',
  },
  T02: {
    severity: 'error',
    title: '公用经费两处不一致',
    message:
      '“基本支出（经济）”302、310类合计 {found}，“基本支出（功能）”一般公共预算公用经费合计 {expected}，相差 {difference}。',
    remedy: '请核对两张表，两处必须一致到分。{rounding}',
  },
  T03: {
    severity: 'error',
    title: '“三公”经费小于经济科目',
    message: '{row}一般公共预算 {found}，小于“基本支出（经济）”{code} 的 {expected}。',
    remedy: '“三公”经费包含基本支出和项目支出，不能小于基本支出中的同名科目，请核对。',
  },
  T04: {
    severity: 'error',
    title: '委托业务费两处不一致',
    message:
      '“委托业务费”表经费类别为基本支出的合计 {found}，“基本支出（经济）”30227 委托业务费为 {expected}，相差 {difference}。',
    remedy: '请核对两张表，两处必须一致到分。{rounding}',
  },
  T05: {
    severity: 'warning',
    title: '委托业务费大于项目支出',
    message: '项目“{row}”的委托业务费 {found}，大于该项目当年财政拨款的商品和服务支出 {expected}。',
    remedy: '请核对；委托业务费列在商品和服务支出（302类）中。',
  },
  T06: {
    severity: 'error',
    title: '上年收入与支出不一致',
    message: '上年各项收入来源合计 {found}，上年基本支出、项目支出合计 {expected}，相差 {difference}。',
    remedy: '请核对“上年对比”表。{rounding}',
  },
  T07: {
    severity: 'error',
    title: '上年一般公共预算不一致',
    message:
      '上年一般公共预算（含上级转移支付）合计 {found}，上年一般公共预算基本支出、项目支出合计 {expected}，相差 {difference}。',
    remedy: '请核对“上年对比”表。{rounding}',
  },
  T08: {
    severity: 'error',
    title: '上年科目合计不一致',
    message: '“上年对比（科目）”合计 {found}，上年一般公共预算基本支出、项目支出合计 {expected}，相差 {difference}。',
    remedy: '请核对两张表，看是否漏列科目。{rounding}',
  },
  T09: {
    severity: 'warning',
    title: '绩效目标表的资金与项目不一致',
    message: '绩效目标表“{row}”的{column}填 {found}，列入本表的项目合计 {expected}，文档中印所填的数。',
    remedy: '请核对；不需要另外填写的，清空该格即自动计算。',
  },
  T10: {
    severity: 'error',
    title: '与批复数不一致',
    message: '{row}计算结果为 {found}，批复数为 {expected}，相差 {difference}。',
    remedy: '请核对有关各表的金额，或核对批复数。{rounding}',
  },
  T11: {
    severity: 'error',
    title: '预留采购金额过大',
    message: '{row} {found}，大于 {column} {expected}。',
    remedy: '小微企业预留金额不大于中小企业预留金额，中小企业预留金额不大于政府采购预算合计，请核对。',
  },
  T12: {
    severity: 'warning',
    title: '上年数有四舍五入尾差',
    message: '{row}：{found} 与 {expected} 相差 {difference}，在按万元保留两位小数的尾差之内。',
    remedy:
      '上年数抄自公开文档、只有万元数的，可以不管：印出的增减额、增长率本来就按万元数计算，不受影响。手边有以元为单位的上年数（上年的工作簿、批复文件）的，请改填。',
  },
  T13: {
    severity: 'error',
    title: '部分大于总数',
    message: '上年{row} {found}，大于上年{column} {expected}。',
    remedy: '请核对“上年对比”表。',
  },
  T14: {
    severity: 'warning',
    title: '大型设备台数不合理',
    message: '{row}为 {found} 台，多于{column}的 {expected} 台。',
    remedy: '单价100万元以上的设备也是50万元以上的设备，请核对。',
  },
  T15: {
    severity: 'error',
    title: '没有任何支出',
    message: '“基本支出（功能）”和“项目支出”两张表都没有金额，无法编制公开文档。',
    remedy: '请填写基本支出和项目支出。',
  },
  T16: {
    severity: 'warning',
    title: '疑似把元和万元填混（与上年比）',
    message: '{row}本年 {found}，上年 {expected}，相差约一万倍。',
    remedy: '请核对两个数是不是都按“{unit}”填写。',
  },
  T17: {
    severity: 'warning',
    title: '疑似把元和万元填混（与同列比）',
    message: '{row}的“{column}”为 {found}，本表其他金额多在 {expected} 左右，相差上千倍。',
    remedy: '请核对这个数是不是按“{unit}”填写。',
  },
  T18: {
    severity: 'warning',
    title: '金额单位可能选错',
    message: '金额单位选的是“{found}”，按此计算支出总计为 {expected}，与一般部门（单位）的预算规模相差太远。',
    remedy: '请核对“基本信息”表的“金额单位”与各表金额是否一致。',
  },
  T19: {
    severity: 'error',
    title: '“三公”经费大于预算支出',
    message: '“三公”经费由{column}安排 {found}，大于{column}安排的公用经费和项目支出 {expected}。',
    remedy: '请核对“三公经费”表填在哪一列，以及支出的资金来源。',
  },
  T20: {
    severity: 'error',
    title: '委托业务费大于预算支出',
    message: '“{row}”的委托业务费由{column}安排 {found}，大于{column}安排的相应支出 {expected}。',
    remedy: '请核对“委托业务费”表填在哪一列，以及支出的资金来源。',
  },
  T21: {
    severity: 'warning',
    title: '金额小到印成 0.00',
    message: '{row}的“{column}”填的是 {found}，公开文档按两位小数会印成 0.00。',
    remedy: '请核对{hint}；确实这么小，或只并在合计里印出的，可以不管。',
  },
  T22: {
    severity: 'warning',
    title: '有价值没有数量',
    message: '“{row}”填 {found}，“{column}”却是 0。',
    remedy: '请核对数量和价值，看是不是漏填或填错了行。',
  },
} as const satisfies Record<string, Definition>;
