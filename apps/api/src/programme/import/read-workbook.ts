import type { ImportFault } from '@festivals/domain/programme/import/contract';
import { guessHeaderLine, type ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import readSheets, { type SheetData } from 'read-excel-file/node';
import { zipFault } from './read-zip.ts';

/**
 * A sheet of an Excel workbook, formulas as the values that they had when it was saved: the first whose columns have names that
 * we know, for a cover or notes may lie on top of it; else the first with anything on it.
 */
export async function readWorkbook(bytes: Buffer): Promise<ImportRecord[] | ImportFault> {
  const fault = zipFault(bytes);
  if (fault !== null) return fault;
  try {
    const tables = (await readSheets(bytes)).map(({ data }) => recordsOf(data)).filter(({ length }) => length > 0);
    return tables.find((records) => guessHeaderLine(records) > 0) ?? tables[0] ?? [];
  } catch {
    // The reader throws errors of a dozen kinds, all of which say that this is no workbook it can read.
    return 'malformed';
  }
}

const recordsOf = (rows: SheetData): ImportRecord[] =>
  rows
    .map((row, at) => ({ line: at + 1, cells: row.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

/** A cell's value as somebody would write it. */
function textOf(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return String(Math.round(value * 1e9) / 1e9);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

/** A date, a time, or both: workbooks keep all three as a number of days since 1900. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  if (value.getUTCFullYear() < 1901) return text.slice(11, 16);
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}
