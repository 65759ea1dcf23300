import { wallClockOf } from '@festivals/domain/calendar';
import { harmless } from '@festivals/domain/csv';
import type { Column } from './column.ts';

/** How many rows go out at once. */
const together = 500;

const quoted = (text: string) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as CSV, row by row: texts that no spreadsheet runs, amounts with a point, moments as the zone's clock shows them. */
export async function* csvRows<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  { zone, mark }: { zone: string; mark: boolean },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`;
  // The mark by which Excel knows UTF-8; other programs may not want it.
  let text = (mark ? '\uFEFF' : '') + line(columns.map(({ heading }) => quoted(harmless(heading))));
  let count = 0;
  for await (const row of rows) {
    text += line(columns.map((column) => cell(column, row, zone)));
    count += 1;
    if (count % together !== 0) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

function cell<Row>({ kind, value }: Column<Row>, row: Row, zone: string): string {
  const found = value(row);
  if (found === null) return '';
  if (kind === 'money') return (Number(found) / 100).toFixed(2);
  if (kind === 'moment') return clock(String(found), zone);
  return typeof found === 'number' ? String(found) : quoted(harmless(found));
}

const clock = (instant: string, zone: string): string =>
  new Date(wallClockOf(new Date(instant), zone)).toISOString().slice(0, 19).replace('T', ' ');
