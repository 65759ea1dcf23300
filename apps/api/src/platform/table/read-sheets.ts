import type { CsvRecord } from '@festivals/domain/csv';
import readXlsx, { type SheetData } from 'read-excel-file/node';
import { fillMerged, mergedRanges } from './merged-cells.ts';
import { elements, hasSoundTags, shareStyles, tidyCells } from './tidy-cells.ts';
import { unzip, type ZipFault } from './unzip.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * The sheets of an Excel workbook that are shown, as records of text: formulas as the values that they had when it was saved, joined
 * cells as what the first of them says, rows that a filter hides like any other. A row of its own has something in a cell of its own.
 */
export async function readSheets(bytes: Buffer): Promise<CsvRecord[][] | ZipFault> {
  const files = unzip(bytes);
  if (typeof files === 'string') return files;
  try {
    const parts = partsOf(files);
    if (!parts.every((path) => hasSoundTags(files.get(path) ?? Buffer.alloc(0)))) return 'malformed';
    const sheets = sheetsOf(files);
    const read = await readXlsx(await tidied(bytes, files));
    const shown = read
      .map(({ data }, at) => ({ records: recordsOf(data, sheets[at]?.xml ?? ''), isHidden: sheets[at]?.isHidden }))
      .filter(({ records }) => records.length > 0);
    const visible = shown.filter(({ isHidden }) => isHidden !== true);
    return (visible.length > 0 ? visible : shown).map(({ records }) => records);
  } catch {
    // The reader throws errors of a dozen kinds, all of which say that this is no workbook it can read.
    return 'malformed';
  }
}

interface Sheet {
  xml: string;
  isHidden: boolean;
}

const relations = 'xl/_rels/workbook.xml.rels';
const book = 'xl/workbook.xml';

/** What the workbook says of its parts: their kind, and where they are. */
const relationsOf = (files: ReadonlyMap<string, Buffer>) =>
  elements(files.get(relations)?.toString('utf8') ?? '', 'Relationship').map(({ Id, Type = '', Target = '' }) => ({
    id: Id,
    kind: Type.slice(Type.lastIndexOf('/') + 1),
    path: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
  }));

/** The files that the reader opens. */
const partsOf = (files: ReadonlyMap<string, Buffer>): string[] => [
  relations,
  book,
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  ...relationsOf(files).flatMap(({ kind, path }) => (/^(?:worksheet|styles|sharedStrings)$/.test(kind) ? [path] : [])),
];

/** The sheets in the workbook's order. */
function sheetsOf(files: ReadonlyMap<string, Buffer>): Sheet[] {
  const xmlOf = (path: string) => files.get(path)?.toString('utf8') ?? '';
  const paths = new Map(relationsOf(files).map(({ id, path }) => [id, path]));
  return elements(xmlOf(book), 'sheet').map((sheet) => ({
    xml: xmlOf(paths.get(sheet['r:id']) ?? ''),
    isHidden: (sheet['state'] ?? 'visible') !== 'visible',
  }));
}

/** The workbook with its sheets' cells as the reader can take them. */
async function tidied(bytes: Buffer, files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const shares = shareStyles(files.get('xl/styles.xml')?.toString('utf8') ?? '');
  const isSheet = (name: string) => name.startsWith('xl/worksheets/');
  if (shares.size === 0 && ![...files].some(([name, file]) => isSheet(name) && file.includes(' t="e"'))) return bytes;
  const entries = [...files]
    .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
    .map(([name, file]) => {
      const xml = file.toString('utf8');
      return { name, body: [isSheet(name) ? tidyCells(xml, shares) : xml] };
    });
  return Buffer.concat(await Array.fromAsync(zipEntries(entries)));
}

const isFilled = (value: unknown): boolean => textOf(value).trim() !== '';

function recordsOf(rows: SheetData, xml: string): CsvRecord[] {
  const ranges = mergedRanges(xml);
  const filled = ranges.length === 0 ? rows : fillMerged(rows, ranges);
  return filled.flatMap((row, at) => (rows[at]?.some(isFilled) ? [{ line: at + 1, cells: row.map(textOf) }] : []));
}

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
