/** exceljs, loaded only where a workbook is written: it takes 0.1 s. */

/** The library. */
export const loadExcel = async (): Promise<typeof import('exceljs')> => (await import('exceljs')).default;
