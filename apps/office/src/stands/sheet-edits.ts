/** What somebody does to the rows of a sheet, and the way back from it. Pure. */
import { newRow, typed, type Column, type Names, type Row } from './menu-sheet.ts';

/** So many steps can be taken back. */
const mostSteps = 100;

export interface Sheet {
  rows: Row[];
  past: Row[][];
  future: Row[][];
}
type Change = (now: Row[]) => Row[];

/** What the server has said: there is no step back behind it. */
export const settled = ({ rows }: Sheet, next: Change): Sheet => ({ rows: next(rows), past: [], future: [] });

/** What somebody did, which they can take back. */
export const edited = ({ rows, past }: Sheet, next: Change): Sheet => ({
  rows: next(rows),
  past: [...past, rows].slice(-mostSteps),
  future: [],
});

export function stepBack({ rows, past, future }: Sheet): Sheet {
  const before = past.at(-1);
  return before === undefined
    ? { rows, past, future }
    : { rows: before, past: past.slice(0, -1), future: [rows, ...future] };
}

export function stepForward({ rows, past, future }: Sheet): Sheet {
  const [next, ...rest] = future;
  return next === undefined ? { rows, past, future } : { rows: next, past: [...past, rows], future: rest };
}

/** With so many new rows at the end, in the order after all others; `vat` is what the first of all begins with. */
export function grown(rows: readonly Row[], count: number, vat: string): Row[] {
  const all = [...rows];
  const next = rows.reduce((most, { cells }) => Math.max(most, Number(cells.order) || 0), -1) + 1;
  for (let added = 0; added < count; added += 1)
    all.push(newRow(crypto.randomUUID(), all.at(-1), { order: next + added, vat }));
  return all;
}

/** With one row taken off the menu, or kept after all; one that was never saved is gone for good. */
export const withRemoved = (rows: readonly Row[], key: string, removed: boolean): Row[] =>
  rows.flatMap((row) => {
    if (row.key !== key) return [row];
    return row.saved === null ? [] : [{ ...row, removed }];
  });

/** With some rows as they are said to be: known ones in their place, the others at the end. */
export function withRows(rows: readonly Row[], kept: readonly Row[]): Row[] {
  const byKey = new Map(kept.map((row) => [row.key, row]));
  const known = rows.map((row) => byKey.get(row.key) ?? row);
  return [...known, ...kept.filter(({ key }) => !rows.some((row) => row.key === key))];
}

/** With a block of texts written into the cells from `from` and the first of `columns` on; what was refused of them is forgotten. */
export const withBlock = (
  rows: readonly Row[],
  from: number,
  columns: readonly Column[],
  values: readonly (readonly string[])[],
  names: Names,
): Row[] =>
  rows.map((row, y) => {
    const line = values[y - from];
    if (line === undefined || row.removed) return row;
    const written = columns.slice(0, line.length).map((one, x) => [one, typed(one, line[x] ?? '', names)]);
    const refused = Object.fromEntries(
      Object.entries(row.refused).filter(([one]) => !written.some(([column]) => column === one)),
    );
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(written) }, refused };
  });
