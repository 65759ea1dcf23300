/** Workbooks as people really keep them: joined cells, formulas, errors, dates as numbers, hidden rows and sheets. */
import { describe, expect, it } from 'vitest';
import { readSheets } from './read-sheets.ts';
import { zipEntries } from './zip-entries.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Sheet {
  rows: string;
  behind?: string;
  state?: string;
}

/** A workbook of sheets whose rows are written as XML. Style 1 is a date, 2 a time, 3 both, 4 and 5 a share. */
async function workbook(...sheets: Sheet[]): Promise<Buffer> {
  const each = (write: (sheet: Sheet, number: number) => string) =>
    sheets.map((one, at) => write(one, at + 1)).join('');
  const files = {
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((_, at) => `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ state }, at) => `<sheet name="S &amp; ${at}" sheetId="${at}"${state ? ` state="${state}"` : ''} r:id="rId${at}"/>`)}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0 %"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, behind = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
      ]),
    ),
  };
  const entries = Object.entries(files).map(([name, xml]) => ({ name, body: [xml] }));
  return Buffer.concat(await Array.fromAsync(zipEntries(entries)));
}

/** A row of texts from column A on; what is empty is left out. */
const row = (number: number, ...texts: string[]) =>
  `<row r="${number}">${texts.map((text, at) => (text === '' ? '' : `<c r="${'ABCDEFG'[at]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;

const cellsOf = async (...sheets: Sheet[]) => {
  const read = await readSheets(await workbook(...sheets));
  return typeof read === 'string' ? read : read.map((records) => records.map(({ line, cells }) => [line, ...cells]));
};

describe('a workbook', () => {
  it('has what joined cells say in each of them, and no row that has nothing of its own', async () => {
    const rows = row(1, 'Stage', 'Start', 'Artist') + row(2, 'Brume', '20:00', 'Zoë') + row(3, '', '21:00', 'Ada');
    const behind = '<mergeCells><mergeCell ref="A2:A9"/></mergeCells>';
    expect(await cellsOf({ rows: rows + row(11, 'Pré', '20:00', 'Bo'), behind })).toEqual([
      [
        [1, 'Stage', 'Start', 'Artist'],
        [2, 'Brume', '20:00', 'Zoë'],
        [3, 'Brume', '21:00', 'Ada'],
        [11, 'Pré', '20:00', 'Bo'],
      ],
    ]);
  });

  it('has formulas as they were worked out, and errors as empty cells', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>Zoë</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"/><c r="F1" t="inlineStr"><is><t>end</t></is></c></row>`;
    expect(await cellsOf({ rows })).toEqual([[[1, 'Zoë', '2', '', 'true', '', 'end']]]);
  });

  it('has dates, times and both as somebody would write them, and bare numbers as numbers', async () => {
    // 51330 is 13 July 2040.
    const rows = `<row r="1"><c r="A1" s="1"><v>51330</v></c><c r="B1" s="2"><v>0.85416666666666663</v></c><c r="C1" s="3"><v>51330.0625</v></c><c r="D1"><v>0.9375</v></c><c r="E1"><v>2030</v></c></row>`;
    expect(await cellsOf({ rows })).toEqual([[[1, '2040-07-13', '20:30', '2040-07-13T01:30:00', '0.9375', '2030']]]);
  });

  it('has shares as they are shown', async () => {
    const rows = `<row r="1"><c r="A1" s="4"><v>0.06</v></c><c s="5" r="B1" t="n"><f>A1</f><v>0.21</v></c><c r="C1" s="5"><v>5.5E-2</v></c><c r="D1" s="4" t="inlineStr"><is><t>0.5</t></is></c><c r="E1" s="4"/><c r="F1"><v>0.06</v></c></row>`;
    expect(await cellsOf({ rows })).toEqual([[[1, '6%', '21%', '5.5%', '0.5', '', '0.06']]]);
  });

  it('has the rows that a filter hides, as when it is saved as CSV, and not the sheets that are hidden', async () => {
    const hidden = row(2, 'hidden').replace('<row ', '<row hidden="1" ');
    const shown = { rows: row(1, 'seen') + hidden };
    const old = { rows: row(1, 'last year'), state: 'hidden' };
    expect(await cellsOf(old, shown, { ...old, state: 'veryHidden' })).toEqual([
      [
        [1, 'seen'],
        [2, 'hidden'],
      ],
    ]);
    expect(await cellsOf(old)).toEqual([[[1, 'last year']]]);
  });

  it('may have joined cells without end: they are filled no further than the sheet goes', async () => {
    const rows = row(1, 'a', 'b') + row(2, '', 'c');
    const behind = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)}</mergeCells>`;
    expect(await cellsOf({ rows, behind })).toEqual([
      [
        [1, 'a', 'b'],
        [2, 'a', 'c'],
      ],
    ]);
  });

  it.each([
    ['errors that never end', `<row r="1">${'<c t="e"><v>'.repeat(20_000)}`],
    ['attributes that never end', `<row r="1"><c r="A1" ${'a'.repeat(1_000_000)}`],
    ['errors of attributes that never end', `<row r="1"><c t="e" ${'a'.repeat(1_000_000)}`],
    ['a tag that never ends', `<row r="1"><c r="A1" ${'a="b" '.repeat(200_000)}`],
  ])('of %s is no workbook, and is so in no time', async (_, rows) => {
    expect(await cellsOf({ rows })).toBe('malformed');
  });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['no archive', Buffer.from('PK\u0003\u0004 and so on')],
])('%s is no workbook', async (_, bytes) => {
  expect(await readSheets(bytes)).toBe('malformed');
});
