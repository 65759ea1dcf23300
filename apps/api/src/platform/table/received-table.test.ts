/** On which line somebody finds a row again whom an import tells its number. */
import type { Received } from '@festivals/contract';
import { parseCsv } from '@festivals/domain/csv';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { receivedTable } from './received-table.ts';

async function linesOf(file: string | Buffer) {
  const table = await receivedTable(received(Buffer.from(file)));
  return Array.isArray(table) ? table.map(({ line, cells }) => [line, cells[0]]) : table;
}

const received = (bytes: Buffer): Received => ({
  type: 'text/csv',
  body: (async function* body() {
    yield bytes;
  })(),
});

const workbook = (...rows: (string | null)[][]) => writeXlsxFile(rows).toBuffer();

describe('a row has the number of', () => {
  it('its row in the sheet, whatever lines its cells and those above it have', async () => {
    const file = await workbook(
      ['name', 'note'],
      ['Ada', 'comes late\nleaves early\n\nsleeps'],
      ['Bo\r\nand Cy', 'two\r\nlines'],
      [null, null],
      ['Di', 'a "quoted"\rword'],
      ['\n', null],
      ['Ed', ''],
    );
    expect(await linesOf(file)).toEqual([
      [1, 'name'],
      [2, 'Ada'],
      [3, expect.stringMatching(/^Bo\s+and Cy$/)],
      [5, 'Di'],
      [7, 'Ed'],
    ]);
  });

  it('its row in a sheet that begins further down', async () => {
    const file = await workbook([null, null], [null, null], ['name', 'note'], ['Ada', 'one\ntwo'], ['Bo', 'x']);
    expect(await linesOf(file)).toEqual([
      [3, 'name'],
      [4, 'Ada'],
      [5, 'Bo'],
    ]);
  });

  it.each([
    ['\n', 'Unix'],
    ['\r\n', 'Windows'],
    ['\r', 'old Macs'],
  ])('the line on which it begins in a text with the line ends of %j (%s)', async (end) => {
    const file = ['name,note', 'Ada,"one', 'two', '', 'four"', '', '"Bo', 'and Cy",x', 'Di,y'].join(end);
    expect(await linesOf(file)).toEqual([
      [1, 'name'],
      [2, 'Ada'],
      [7, `Bo${end}and Cy`],
      [9, 'Di'],
    ]);
  });
});

it('what is no workbook though it begins like one is read as the text that it is', async () => {
  const text = 'PK\u0003\u0004 and so on';
  expect(await receivedTable(received(Buffer.from(text)))).toEqual(parseCsv(text));
});
