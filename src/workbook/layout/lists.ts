/** The tab that feeds long drop-downs; it holds no facts and is hidden from the office. */
export const listSheetName = '下拉列表';
