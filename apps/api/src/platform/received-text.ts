import type { Received } from '@festivals/contract';
import { type CsvRecord, decodeText } from '@festivals/domain/csv';
import { readSheets } from './table/read-sheets.ts';

/** Everything of a file that came in, whose size the contract bounds. */
export async function receivedBytes({ body }: Received): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A table's text, however its program wrote it: of a workbook its first sheet with anything on it, as CSV. */
export async function receivedText(file: Received): Promise<string> {
  const bytes = await receivedBytes(file);
  const sheets = isArchive(bytes) ? await readSheets(bytes) : 'malformed';
  // What is no workbook after all is read as the text that it is none of: each import says so in its own words.
  return typeof sheets === 'string' ? decodeText(bytes) : csvOf(sheets[0] ?? []);
}

const isArchive = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

/** Each record on the line that it has in the sheet, as long as no cell has lines of its own. */
function csvOf(records: readonly CsvRecord[]): string {
  const lines: string[] = [];
  for (const { line, cells } of records) {
    while (lines.length < line - 1) lines.push('');
    lines.push(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  }
  return lines.join('\n');
}
