/** The columns of a form sheet: what is asked, what the office answers, help. */
export const formHeaders = ['项目', '内容', '填写说明'] as const;

/** The tab that feeds long drop-downs; it holds no facts and is hidden from the office. */
export const listSheetName = '下拉列表';

/** The first tab of a workbook that `yusuan import` made: where its values come from. Ours, so it is not read. */
export const importSheetName = '导入说明';

/** The first tab of the copy that `yusuan check --annotate` writes; ours, so it is neither read nor copied again. */
export const resultSheetName = '检查结果';
