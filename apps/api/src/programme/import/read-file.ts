import { decodeText, encodingOf, parseCsv, separatorOf, withoutGuard } from '@festivals/domain/csv';
import type { ImportFault, ImportFormat, ImportOptions } from '@festivals/domain/programme/import/contract';
import { guessHeaderLine, guessMapping, type ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import { readCalendar } from './read-calendar.ts';
import { readScheduleJson } from './read-schedule-json.ts';
import { readScheduleXml } from './read-schedule-xml.ts';
import { readWorkbook } from './read-workbook.ts';
import { scheduleColumns } from './schedule-records.ts';

const mostRows = 20_000;
/** What stands further right than this is not looked at, only that it stands there. */
const mostCells = 200;

/** What a file was found to be. */
export interface ReadFile {
  format: ImportFormat;
  encoding: string | null;
  records: ImportRecord[];
  options: ImportOptions;
}

export interface UnreadableFile {
  reason: ImportFault;
  line: number | null;
}

/** Finds out what a file is, by what is in it and never by its name, and reads its records. */
export async function readFile(bytes: Buffer): Promise<ReadFile | UnreadableFile> {
  const found = await recordsOf(bytes);
  if ('reason' in found) return found;
  if (found.records.length === 0) return { reason: 'empty', line: null };
  const surplus = found.records[mostRows + 1];
  if (surplus) return { reason: 'too_many_rows', line: surplus.line };
  const records = found.records.map(({ line, cells }) => ({
    line,
    // The database keeps neither zeros nor half characters.
    cells: cells.slice(0, mostCells + 1).map((cell) => cell.replaceAll('\0', '').toWellFormed()),
  }));
  return { ...found, records, options: optionsFor(found) };
}

type Found = Pick<ReadFile, 'format' | 'encoding' | 'records'>;

const startsWith = (bytes: Buffer, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

async function recordsOf(bytes: Buffer): Promise<Found | UnreadableFile> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return told('xlsx', null, await readWorkbook(bytes));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { reason: 'old_excel', line: null };
  const encoding = encodingOf(bytes);
  const text = decodeText(bytes);
  const head = text.slice(0, 2000).trimStart();
  if (head === '') return { reason: 'empty', line: null };
  // A file of zeros and other bytes that no text has: a picture, an archive, a PDF.
  const strange = head.match(/[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0;
  if (head.startsWith('%PDF') || strange * 20 > head.length) return { reason: 'unknown_format', line: null };
  if (head.startsWith('<')) return told('frab_xml', encoding, readScheduleXml(text));
  if (head.startsWith('{') || head.startsWith('[')) return told('frab_json', encoding, readScheduleJson(text));
  if (/^BEGIN:VCALENDAR/i.test(head)) return told('icalendar', encoding, readCalendar(text));
  const separator = separatorIn(text);
  const records = parseCsv(text, separator);
  if (!Array.isArray(records)) return records;
  const cells = records.map((record) => ({ line: record.line, cells: record.cells.map(withoutGuard) }));
  return { format: separator === '\t' ? 'tsv' : 'csv', encoding, records: cells };
}

/** The sign between which most columns have names that we know: a title may stand above them. Where none has, the first that is met. */
function separatorIn(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\r|\n/, 20)
    .map((line) => line.slice(0, 5_000));
  const known = (sign: string) =>
    Math.max(...lines.map((line) => guessMapping(line.split(sign)).filter((field) => field !== null).length));
  const [best, columns] = [',', ';', '\t', '|']
    .map((sign) => [sign, known(sign)] as const)
    .reduce((one, other) => (other[1] > one[1] ? other : one));
  return columns >= 2 ? best : separatorOf(lines.find((line) => /[;,\t|]/.test(line)) ?? '');
}

const told = (
  format: ImportFormat,
  encoding: string | null,
  records: ImportRecord[] | ImportFault,
): Found | UnreadableFile =>
  typeof records === 'string' ? { reason: records, line: null } : { format, encoding, records };

const sources: Readonly<Record<ImportFormat, string>> = {
  csv: 'table',
  tsv: 'table',
  xlsx: 'table',
  frab_xml: 'frab',
  frab_json: 'frab',
  icalendar: 'icalendar',
};

function optionsFor({ format, records }: Found): ImportOptions {
  const isTable = sources[format] === 'table';
  const headerLine = isTable ? guessHeaderLine(records) : 0;
  const header = records.find(({ line }) => line === headerLine);
  return {
    source: sources[format],
    mapping: isTable ? guessMapping(header?.cells.slice(0, mostCells) ?? []) : [...scheduleColumns],
    headerLine,
    night: 'festival_day',
    statusOfNew: 'PENDING',
  };
}
