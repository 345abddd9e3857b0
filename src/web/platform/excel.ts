/** As src/platform/excel.ts, in a browser: exceljs is a third of the engine, and lies packed in the page. */
import { packedPart, runModule } from './parts.js';

let library: Promise<typeof import('exceljs')> | undefined;

/** The library, unpacked when the first workbook is written. */
export function loadExcel(): Promise<typeof import('exceljs')> {
  library ??= packedPart('excel').then((files) => runModule<typeof import('exceljs')>(files['exceljs.cjs']));
  return library;
}
