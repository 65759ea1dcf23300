import type { Download } from '@festivals/contract';
import type { TableQuery } from '@festivals/domain/table-export';
import type { z } from 'zod';
import type { Column } from './column.ts';
import { csvRows } from './csv-rows.ts';
import { xlsxRows } from './xlsx-rows.ts';

interface Wanted<Row> extends z.output<typeof TableQuery> {
  /** The file's name, without its ending. */
  name: string;
  zone: string;
  columns: readonly Column<Row>[];
  rows: AsyncIterable<Row>;
}

/** A list on its way out as a file, in the format that was asked for. */
export function tableFile<Row>({ name, format, mark, zone, columns, rows }: Wanted<Row>): Download {
  return format === 'xlsx'
    ? {
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: xlsxRows(columns, rows, { zone }),
      }
    : { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: csvRows(columns, rows, { zone, mark }) };
}

/** Rows page by page until there are no more, so that no transaction lasts as long as the slowest reader. */
export async function* allPages<Row, Place>(
  page: (after: Place | null) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
): AsyncGenerator<Row> {
  let after: Place | null = null;
  for (;;) {
    const rows = await page(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = placeOf(last);
  }
}
