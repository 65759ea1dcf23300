import { wallClockOf } from '@festivals/domain/calendar';
import type { CellKind, Column } from './column.ts';
import { zipEntries } from './zip-entries.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packed = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The styles below by their number: plain, heading, money, moment. */
const styleOf: Readonly<Record<CellKind, number>> = { text: 0, number: 0, money: 2, moment: 3 };
const widthOf: Readonly<Record<CellKind, number>> = { text: 28, number: 10, money: 12, moment: 18 };
const together = 500;

/** What every workbook of one sheet has (ECMA-376, part 1), besides the sheet. */
const frame: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

/** A table as an Excel workbook, written while the rows come: a hundred thousand of them take no more memory than one. */
export async function* xlsxRows<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  { zone }: { zone: string },
): AsyncGenerator<Uint8Array> {
  yield* zipEntries([
    ...frame.map(([name, xml]) => ({ name, body: [declaration + xml] })),
    { name: 'xl/worksheets/sheet1.xml', body: sheet(columns, rows, zone) },
  ]);
}

async function* sheet<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  zone: string,
): AsyncGenerator<string> {
  const widths = columns
    .map(({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf[kind]}" customWidth="1"/>`)
    .join('');
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
  let xml = `<row r="1">${columns.map(({ heading }, at) => text(heading, 1, at, 1)).join('')}</row>`;
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const number = count + 1;
    xml += `<row r="${number}">${columns.map((column, at) => cell(column, row, zone, at, number)).join('')}</row>`;
    if (count % together !== 0) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

function cell<Row>({ kind, value }: Column<Row>, row: Row, zone: string, column: number, number: number): string {
  const found = value(row);
  if (found === null) return '';
  const style = styleOf[kind];
  const numeric = (shown: number) => `<c r="${letters(column)}${number}" s="${style}"><v>${shown}</v></c>`;
  if (kind === 'moment') return numeric(serial(String(found), zone));
  if (kind === 'money') return numeric(Number(found) / 100);
  // A text is never a formula here, whatever it begins with: only `<f>` is.
  return typeof found === 'number' ? numeric(found) : text(found, style, column, number);
}

const text = (value: string, style: number, column: number, number: number) =>
  `<c r="${letters(column)}${number}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/** The name of a column by its place: A to Z, then AA. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCodePoint(65 + (column % 26));

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML 1.0 can hold of a text: its control characters cannot even be escaped. */
const escaped = (value: string): string =>
  value
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>]/g, (sign) => signs[sign] ?? '');

/** A moment as spreadsheets count: days since 30 December 1899, of the clock that hangs at the festival. */
const serial = (instant: string, zone: string): number => wallClockOf(new Date(instant), zone) / 86_400_000 + 25_569;
