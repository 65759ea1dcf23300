import type { ImportFault } from '@festivals/domain/programme/import/contract';
import { guessHeaderLine, type ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import { readSheets } from '../../platform/table/read-sheets.ts';

/** A sheet of an Excel workbook: the first whose columns have names that we know, for a cover or notes may lie on top of it; else the first with anything on it. */
export async function readWorkbook(bytes: Buffer): Promise<ImportRecord[] | ImportFault> {
  const tables = await readSheets(bytes);
  if (typeof tables === 'string') return tables;
  return tables.find((records) => guessHeaderLine(records) > 0) ?? tables[0] ?? [];
}
