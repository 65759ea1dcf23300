/** A sheet's rows as the menu has them: below their headings, in their order. Pure. */
import type { Row } from './menu-sheet.ts';

/** Rows below one heading; the empty id is no heading, which comes first. */
export interface Group {
  sectionId: string;
  rows: Row[];
}

const orderOf = (row: Row) => {
  const order = Number.parseInt(row.cells.order ?? '', 10);
  return Number.isNaN(order) ? Number.MAX_SAFE_INTEGER : order;
};

/** The rows that stay on the menu, by the headings that it has. */
export function groupsOf(rows: readonly Row[], sectionIds: readonly string[]): Group[] {
  const sectionOf = ({ cells: { sectionId = '' } }: Row) => (sectionIds.includes(sectionId) ? sectionId : '');
  const by = Map.groupBy(
    rows.filter(({ removed }) => !removed),
    sectionOf,
  );
  return ['', ...sectionIds].map((sectionId) => ({
    sectionId,
    rows: (by.get(sectionId) ?? []).toSorted((one, other) => orderOf(one) - orderOf(other)),
  }));
}

export interface Target {
  key: string;
  sectionId: string;
  /** Before the row that is so many from the top now, the moved one left out. */
  index: number;
}

/** The rows after one of them was put elsewhere. As few others as can be are numbered anew. */
export function movedTo(rows: readonly Row[], target: Target, sectionIds: readonly string[]): Row[] {
  const moved = rows.find(({ key }) => key === target.key);
  const group = groupsOf(rows, sectionIds).find(({ sectionId }) => sectionId === target.sectionId);
  if (moved === undefined || group === undefined) return [...rows];
  const placed = group.rows.filter(({ key }) => key !== target.key);
  placed.splice(target.index, 0, moved);
  let last = -1;
  const numbers = placed
    .map(orderOf)
    .toSorted((a, b) => a - b)
    .map((order) => (last = Math.max(Math.min(order, 90_000), last + 1)));
  const orders = new Map(placed.map(({ key }, index) => [key, String(numbers[index])]));
  return rows.map((row) => {
    const order = orders.get(row.key) ?? row.cells.order ?? '';
    const sectionId = row.key === target.key ? target.sectionId : (row.cells.sectionId ?? '');
    return order === row.cells.order && sectionId === (row.cells.sectionId ?? '')
      ? row
      : { ...row, cells: { ...row.cells, order, sectionId }, refused: {} };
  });
}

/** Where a row goes that is moved by one: past a heading at the end of what stands below it. Null at the menu's ends. */
export function stepOf(groups: readonly Group[], key: string, down: boolean): Target | null {
  const at = groups.findIndex(({ rows }) => rows.some((row) => row.key === key));
  const group = groups[at];
  if (group === undefined) return null;
  const index = group.rows.findIndex((row) => row.key === key);
  const next = index + (down ? 1 : -1);
  if (next >= 0 && next < group.rows.length) return { key, sectionId: group.sectionId, index: next };
  const neighbour = groups[at + (down ? 1 : -1)];
  return neighbour === undefined
    ? null
    : { key, sectionId: neighbour.sectionId, index: down ? 0 : neighbour.rows.length };
}
