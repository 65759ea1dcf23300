import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { shownIn } from './menu-cell.tsx';
import { block as pasted, blockText, type Column, type Names, type Row } from './menu-sheet.ts';
import { leadOf, type Cursor } from './use-grid-cursor.ts';

type Sheet = {
  columns: readonly Column[];
  rows: readonly Row[];
  names: Names;
  onCells: (from: number, column: number, values: readonly (readonly string[])[]) => void;
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
};
export type CellEditing = ReturnType<typeof useCellEditing>;

/** Several may be chosen of these, in a dialog. */
export const severalOf = (column: Column | undefined) => (column === 'diets' || column === 'allergens' ? column : null);

/** Whether a cell takes one of some values rather than what is typed. */
const isChoice = (column: Column | undefined, names: Names): boolean =>
  severalOf(column) !== null ||
  column === 'category' ||
  column === 'sectionId' ||
  (column === 'vat' && Object.keys(names.vat).length > 0);

const isCell = (target: EventTarget) => target instanceof HTMLTableCellElement;
const lines = <T>(count: number, line: T): T[] => Array.from({ length: count }, () => line);

/** What is written into cells: by typing, by filling and clearing a block, by the clipboard. */
export function useCellEditing({ columns, rows, names, onCells, onUndo, onRedo }: Sheet, cursor: Cursor) {
  const [editing, setEditing] = useState<string | null>(null);
  const { at, block, go } = cursor;
  const { top, bottom, left, right } = block;
  const row = rows[at.row];
  const column = columns[at.column];
  const value = (column && row?.cells[column]) ?? '';
  const open = (text = value) => row && !row.removed && setEditing(text);
  const close = (text: string | null, [down, right]: readonly [number, number]) => {
    setEditing(null);
    if (text !== null && text !== value) onCells(at.row, at.column, [[text]]);
    if (!Number.isNaN(down)) go({ row: at.row + down, column: at.column + right });
  };
  const fillDown = () => {
    // One cell takes what stands above it; a block, what stands in its first row.
    const from = top === bottom ? top - 1 : top;
    const source = rows[from];
    if (source === undefined) return;
    const line = columns.slice(left, right + 1).map((each) => source.cells[each] ?? '');
    onCells(from + 1, left, lines(bottom - from, line));
  };
  /** A letter begins to write; of a choice it opens what can be chosen, a rate by its first digit. */
  const type = (letter: string) => {
    if (!isChoice(column, names)) open(letter);
    else if (column === 'vat') open(Object.keys(names.vat).find((rate) => rate.startsWith(letter)) ?? value);
    else open();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isCell(event.target)) return;
    const lead = leadOf(event, at, cursor.last);
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (lead) go(lead, event.shiftKey);
    else if (control && (key === 'z' || key === 'y')) (key === 'y' || event.shiftKey ? onRedo : onUndo)?.();
    else if (control && key === 'd') fillDown();
    else if (event.key === 'Enter' || event.key === 'F2') open();
    else if (event.key === 'Delete' || event.key === 'Backspace')
      onCells(top, left, lines(bottom - top + 1, lines(right - left + 1, '')));
    else if (event.key.length === 1 && !control && !event.altKey) type(event.key);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    if (!isCell(event.target)) return;
    event.preventDefault();
    onCells(at.row, at.column, pasted(event.clipboardData.getData('text/plain')));
  };
  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    if (!isCell(event.target) || !column) return;
    event.preventDefault();
    const chosen = rows
      .slice(top, bottom + 1)
      .map((one) => columns.slice(left, right + 1).map((each) => shownIn(each, one.cells[each] ?? '', names)));
    event.clipboardData.setData('text/plain', blockText(chosen));
  };
  return { editing, column, value, open, close, hears: { onKeyDown, onPaste, onCopy } };
}
