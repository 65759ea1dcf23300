import { languageNames } from '@festivals/messages';
import { classNames } from '@festivals/ui/class-names';
import { IconButton } from '@festivals/ui/icon-button';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceDialog } from './choice-dialog.tsx';
import { MenuCell, shownIn } from './menu-cell.tsx';
import { block, choicesOf, isChanged, isUnsaved, type Column, type Names, type Row } from './menu-sheet.ts';

type Props = {
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
  names: Names;
  /** What is wrong with a row's cells, or with the row. */
  wrongOf: (row: Row) => { [C in Column]?: string } & { row?: string };
  onCells: (from: number, column: number, values: readonly (readonly string[])[]) => void;
  onRemove: (key: string, removed: boolean) => void;
  /** What else can be done with a row, beside taking it off. */
  aside: (key: string, name: string) => ReactNode;
};

type At = { row: number; column: number };

/** Products as a spreadsheet: arrows move, Enter and F2 write, Escape takes back, a block from a spreadsheet is pasted. */
export function MenuGrid({ label, columns, rows, names, wrongOf, onCells, onRemove, aside }: Props) {
  const t = useTranslations('office.menu');
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const row = rows[at.row];
  const column = columns[at.column];
  const value = (column && row?.cells[column]) ?? '';
  const name = (one: Column) =>
    one.startsWith('name.')
      ? t('nameIn', { language: languageNames[one.slice(5) as keyof typeof languageNames] })
      : t(`column.${one as Exclude<Column, `name.${string}`>}`);
  const go = (to: At) => {
    const next = {
      row: Math.min(Math.max(to.row, 0), rows.length - 1),
      column: Math.min(Math.max(to.column, 0), columns.length - 1),
    };
    setAt(next);
    cells.current.get(`${next.row}:${next.column}`)?.focus();
  };
  // A dialog holds the focus until it is gone.
  const closeDialog = (text: string | null) => {
    close(text, [Number.NaN, Number.NaN]);
    setTimeout(() => go(at));
  };
  const open = (text = value) => row && !row.removed && setEditing(text);
  const close = (text: string | null, [down, right]: readonly [number, number]) => {
    setEditing(null);
    if (text !== null && text !== value) onCells(at.row, at.column, [[text]]);
    if (!Number.isNaN(down)) go({ row: at.row + down, column: at.column + right });
  };
  const moves: Record<string, (event: KeyboardEvent) => At> = {
    ArrowUp: ({ ctrlKey }) => ({ ...at, row: ctrlKey ? 0 : at.row - 1 }),
    ArrowDown: ({ ctrlKey }) => ({ ...at, row: ctrlKey ? rows.length - 1 : at.row + 1 }),
    ArrowLeft: () => ({ ...at, column: at.column - 1 }),
    ArrowRight: () => ({ ...at, column: at.column + 1 }),
    Home: ({ ctrlKey }) => ({ row: ctrlKey ? 0 : at.row, column: 0 }),
    End: ({ ctrlKey }) => ({ row: ctrlKey ? rows.length - 1 : at.row, column: columns.length - 1 }),
    PageUp: () => ({ ...at, row: at.row - 10 }),
    PageDown: () => ({ ...at, row: at.row + 10 }),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableCellElement)) return;
    const move = moves[event.key];
    if (move) go(move(event));
    else if (event.key === 'Enter' || event.key === 'F2') open();
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (row && !row.removed) onCells(at.row, at.column, [['']]);
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      open(isChoice ? value : event.key);
    } else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableCellElement)) return;
    event.preventDefault();
    onCells(at.row, at.column, block(event.clipboardData.getData('text/plain')));
  };
  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableCellElement) || !column) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', shownIn(column, value, names));
  };
  const several = column === 'diets' || column === 'allergens' ? column : null;
  const isChoice = several !== null || column === 'category';
  return (
    <div className="relative overflow-x-auto">
      <table
        // The ARIA grid pattern on a table, which keeps its rows and headers.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
        className="w-full border-collapse text-left"
      >
        <thead className="border-b border-line text-xs text-ink-faint">
          <tr>
            {columns.map((one) => (
              <th
                key={one}
                scope="col"
                className="h-8 bg-sunken px-2 font-medium whitespace-nowrap first:sticky first:left-0 first:z-10"
              >
                {name(one)}
              </th>
            ))}
            <th scope="col" className="relative w-20">
              <span className="sr-only">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((one, y) => {
            const wrong = wrongOf(one);
            const title =
              columns.map((each) => (each.startsWith('name.') ? one.cells[each] : '')).find(Boolean) ?? t('newRow');
            return (
              <tr key={one.key} className={classNames(one.removed && 'line-through opacity-60')}>
                {columns.map((each, x) => (
                  <MenuCell
                    key={each}
                    id={`cell-${y}-${x}`}
                    column={each}
                    label={`${name(each)}, ${title}`}
                    value={one.cells[each] ?? ''}
                    names={names}
                    wrong={wrong[each] ?? (x === 0 ? wrong.row : undefined)}
                    changed={isUnsaved(one) && isChanged(one, each)}
                    active={at.row === y && at.column === x}
                    editing={at.row === y && at.column === x && several === null ? editing : null}
                    cellRef={(cell) => {
                      if (cell) cells.current.set(`${y}:${x}`, cell);
                      return () => void cells.current.delete(`${y}:${x}`);
                    }}
                    onFocus={() => setAt({ row: y, column: x })}
                    onOpen={() => open()}
                    onClose={close}
                  />
                ))}
                <td className="w-20 px-1 text-right whitespace-nowrap">
                  {aside(one.key, title)}
                  <IconButton
                    label={t(one.removed ? 'keepRow' : 'removeRow', { name: title })}
                    size="sm"
                    onClick={() => onRemove(one.key, !one.removed)}
                  >
                    {one.removed ? <RotateCcw aria-hidden="true" /> : <Trash2 aria-hidden="true" />}
                  </IconButton>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {several !== null && editing !== null && (
        <ChoiceDialog
          title={name(several)}
          description={t('tick')}
          choices={choicesOf(several).map((code) => [code, names[several][code] ?? code])}
          chosen={value.split(' ').filter(Boolean)}
          onChoose={(codes) => closeDialog(codes.join(','))}
          onClose={() => closeDialog(null)}
        />
      )}
    </div>
  );
}
