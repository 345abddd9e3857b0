/** P: what must not be published. These findings name the kind and the cell, never the text. */
import type { Definition } from '../finding.js';

export const privacyFindings = {
  P01: {
    severity: 'error',
    title: '疑似身份证号码',
    message: '{row}的“{column}”里有一串符合身份证号码规则的 18 位数字。',
    remedy: '公民身份号码不得公开，请删去。',
  },
  P02: {
    severity: 'error',
    title: '疑似手机号码',
    message: '{row}的“{column}”里有一串手机号码样的 11 位数字。',
    remedy: '个人电话不得公开，请删去；联系电话只填在“基本信息”表的“联系电话”。',
  },
  P03: {
    severity: 'error',
    title: '疑似密级标志',
    message: '{row}的“{column}”里有秘密、机密或绝密的标志。',
    remedy: '涉密内容不得公开，请与保密部门核对；依法不予公开的项目，请把“是否公开”改为“不予公开”，名称用代号。',
  },
} as const satisfies Record<string, Definition>;
