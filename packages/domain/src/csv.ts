/** Comma-separated values (RFC 4180), as spreadsheets really write and read them. Pure. */

/** A record of a file, with the line on which it begins, from 1: a quoted cell may span several. Of a workbook it is the sheet's own row. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Why a file is no table, and on which line. */
export interface CsvFault {
  reason: 'unclosed_quote' | 'text_after_quote';
  line: number;
}

/** What a file says as a table; or why it is none. */
export type Table = CsvRecord[] | CsvFault;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * How the text of a file is written: by its byte order mark, by the zeros that UTF-16 has in plain text, else UTF-8, else
 * what Western spreadsheets write when they do not write UTF-8.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The text of a file, without its byte order mark. No file is refused for its bytes. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** The sign between cells: whichever of comma, semicolon, tab and bar the first line has most of, outside quotes. */
export function separatorOf(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Records of a text, blank lines left out; or why it is none. Lines end with CRLF, LF or CR. */
export function parseCsv(text: string, separator = separatorOf(text)): Table {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)([${separator}]|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, cells: [] };
  let line = 1;
  while (cell.lastIndex <= plain.length) {
    const at = cell.lastIndex;
    const match = cell.exec(plain);
    if (match === null) return { reason: isClosed(plain, at) ? 'text_after_quote' : 'unclosed_quote', line };
    const [whole, quoted, bare = '', end] = match;
    record.cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === separator) continue;
    if (record.cells.some((value) => value.trim() !== '')) records.push(record);
    record = { line, cells: [] };
    if (end === '') break;
  }
  return records;
}

const isClosed = (text: string, at: number) => /^"(?:[^"]|"")*"/.test(text.slice(at));

// A cell that begins like a formula is run by spreadsheets (OWASP, "CSV Injection"): an apostrophe makes it text. Cells
// that have one already get another, so that reading gives back exactly what was written.
const likeFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs. */
export const harmless = (text: string): string => (likeFormula.test(text) ? `'${text}` : text);

/** What `harmless` was given. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && likeFormula.test(text.slice(1)) ? text.slice(1) : text;

/** A table as a file: UTF-8 with the mark by which spreadsheets know it, CRLF, quotes where they are needed. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((cells) => `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('')}`;
}
