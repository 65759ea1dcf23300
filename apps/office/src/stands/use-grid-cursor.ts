import { useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Column, Row } from './menu-sheet.ts';

export interface At {
  row: number;
  column: number;
}
/** What is chosen, from its first row and column to its last. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
export type Cursor = ReturnType<typeof useGridCursor>;

const blockBetween = (one: At, other: At): Block => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const isSeveral = ({ top, bottom, left, right }: Block): boolean => top !== bottom || left !== right;
export const isWithin = ({ top, bottom, left, right }: Block, { row, column }: At): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** Where a key leads from a cell; null for one that leads nowhere. */
export function leadOf({ key, ctrlKey }: { key: string; ctrlKey: boolean }, at: At, last: At): At | null {
  const leads: Readonly<Record<string, At>> = {
    ArrowUp: { ...at, row: ctrlKey ? 0 : at.row - 1 },
    ArrowDown: { ...at, row: ctrlKey ? last.row : at.row + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    ArrowRight: { ...at, column: at.column + 1 },
    Home: { row: ctrlKey ? 0 : at.row, column: 0 },
    End: { row: ctrlKey ? last.row : at.row, column: last.column },
    PageUp: { ...at, row: at.row - 10 },
    PageDown: { ...at, row: at.row + 10 },
  };
  return leads[key] ?? null;
}

/** Which cell has the focus, and which block is chosen with it. A cell that is not drawn yet gets the focus once it is. */
export function useGridCursor(rows: readonly Row[], columns: readonly Column[], scrollTo: (row: number) => void) {
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<At>(at);
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  // A cell that is to have the focus once its row is drawn.
  const awaited = useRef('');
  const last = { row: rows.length - 1, column: columns.length - 1 };
  const go = (to: At, keepsAnchor = false) => {
    const next = {
      row: Math.min(Math.max(to.row, 0), last.row),
      column: Math.min(Math.max(to.column, 0), last.column),
    };
    setAt(next);
    if (!keepsAnchor) setAnchor(next);
    const cell = cells.current.get(`${next.row}:${next.column}`);
    if (cell) return cell.focus();
    awaited.current = `${next.row}:${next.column}`;
    scrollTo(next.row);
  };
  const {
    hash,
    state: { found: finding },
  } = useLocation();
  const goTo = useEffectEvent((key: string) => {
    const found = rows.findIndex((one) => one.key === key);
    if (found !== -1) go({ row: found, column: 0 });
  });
  // The address may name a product.
  useEffect(() => goTo(hash), [hash, finding]);
  return {
    at,
    last,
    block: blockBetween(at, anchor),
    go,
    setAt,
    setAnchor,
    /** Keeps hold of a cell for as long as it is drawn. */
    cellRef: (row: number, column: number) => (cell: HTMLTableCellElement | null) => {
      const name = `${row}:${column}`;
      if (cell) cells.current.set(name, cell);
      if (cell && awaited.current === name) {
        awaited.current = '';
        cell.focus();
      }
      return () => void cells.current.delete(name);
    },
  };
}
