/** F: the file itself cannot be read as a workbook. */
import type { Definition } from '../finding.js';

export const fileFindings = {
  F01: {
    severity: 'error',
    title: '不是 Excel 工作簿',
    message: '“{file}”不是 .xlsx 工作簿。',
    remedy: '请在 Excel 或 WPS 中打开后“另存为”Excel 工作簿（.xlsx），再运行。',
  },
} as const satisfies Record<string, Definition>;
