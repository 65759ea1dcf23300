/** Where the columns of a file stand, by what its heading calls them. Pure. */
import { type CsvRecord, withoutGuard } from './csv.ts';

/** The place of each column that the heading has, or which line names one twice; `names` are what a column may be called, in small letters. */
export function columnPlaces<C extends string>(
  header: CsvRecord,
  names: Readonly<Record<C, readonly string[]>>,
): Partial<Record<C, number>> | { reason: 'duplicate_column'; line: number } {
  const said = header.cells.map((cell) => plainCell(cell).toLowerCase());
  const places: Partial<Record<C, number>> = {};
  // The keys of a record of columns are its columns.
  for (const column of Object.keys(names) as C[]) {
    const [first, second] = said.flatMap((cell, place) => (names[column].includes(cell) ? [place] : []));
    if (second !== undefined) return { reason: 'duplicate_column', line: header.line };
    if (first !== undefined) places[column] = first;
  }
  return places;
}

/** A cell without what spreadsheets put around its text. */
export const plainCell = (cell: string): string => cell.replaceAll('\u00a0', ' ').trim();

/** The text in one column of a line; empty where the line or the file has no such column. */
export const cellAt = ({ cells }: CsvRecord, place: number | undefined): string =>
  place === undefined ? '' : withoutGuard(plainCell(cells[place] ?? ''));
