import type { Received } from '@festivals/contract';
import { decodeText, parseCsv, type Table } from '@festivals/domain/csv';
import { receivedBytes } from '../received-bytes.ts';
import { readSheets } from './read-sheets.ts';

/** A file that came in as a table, however its program wrote it: of a workbook its first sheet with anything on it. */
export async function receivedTable(file: Received): Promise<Table> {
  const bytes = await receivedBytes(file);
  const sheets = isArchive(bytes) ? await readSheets(bytes) : 'malformed';
  // What is no workbook after all is read as the text that it is none of: each import says so in its own words.
  return typeof sheets === 'string' ? parseCsv(decodeText(bytes)) : (sheets[0] ?? []);
}

const isArchive = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
