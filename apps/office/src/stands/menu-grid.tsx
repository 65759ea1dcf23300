import { languageNames } from '@festivals/messages';
import { classNames } from '@festivals/ui/class-names';
import { IconButton } from '@festivals/ui/icon-button';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useLocation } from '@tanstack/react-router';
import { RotateCcw, Trash2 } from 'lucide-react';
import {
  Fragment,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceDialog } from './choice-dialog.tsx';
import { MenuCell, shownIn } from './menu-cell.tsx';
import { block, blockText, choicesOf, isChanged, isUnsaved, type Column, type Names, type Row } from './menu-sheet.ts';

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
  /** One step back or forward; null where there is none. */
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
};

type At = { row: number; column: number };

const rowHeight = 37;
const between = (one: number, other: number, value: number) =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

/**
 * Products as a spreadsheet: arrows move, with Shift they choose a block; Enter and F2 write, Escape takes back, a block from a
 * spreadsheet is pasted, Ctrl+D fills down, Ctrl+Z undoes. Only the rows in sight are drawn.
 */
export function MenuGrid({ label, columns, rows, names, wrongOf, onCells, onRemove, aside, onUndo, onRedo }: Props) {
  const t = useTranslations('office.menu');
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<At>(at);
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const box = useRef<HTMLDivElement>(null);
  // A cell that is to have the focus once its row is drawn.
  const awaited = useRef('');
  // Its functions are called while this component draws and are given to no other.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 1_000, height: 700 },
    // The row that has the focus stays, wherever somebody scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(at.row, rows.length - 1)])].toSorted((a, b) => a - b),
  });
  const row = rows[at.row];
  const column = columns[at.column];
  const value = (column && row?.cells[column]) ?? '';
  const name = (one: Column) =>
    one.startsWith('name.')
      ? t('nameIn', { language: languageNames[one.slice(5) as keyof typeof languageNames] })
      : t(`column.${one as Exclude<Column, `name.${string}`>}`);
  const go = (to: At, keepsAnchor = false) => {
    const next = {
      row: Math.min(Math.max(to.row, 0), rows.length - 1),
      column: Math.min(Math.max(to.column, 0), columns.length - 1),
    };
    setAt(next);
    if (!keepsAnchor) setAnchor(next);
    const cell = cells.current.get(`${next.row}:${next.column}`);
    if (cell) return cell.focus();
    awaited.current = `${next.row}:${next.column}`;
    virtual.scrollToIndex(next.row);
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
  // A dialog holds the focus until it is gone.
  const closeDialog = (text: string | null) => {
    close(text, [Number.NaN, Number.NaN]);
    setTimeout(() => go(at));
  };
  const [top, bottom] = [Math.min(at.row, anchor.row), Math.max(at.row, anchor.row)];
  const [left, right] = [Math.min(at.column, anchor.column), Math.max(at.column, anchor.column)];
  const fillDown = () => {
    // One cell takes what stands above it; a block, what stands in its first row.
    const from = top === bottom ? top - 1 : top;
    const source = rows[from];
    if (source === undefined) return;
    const line = columns.slice(left, right + 1).map((each) => source.cells[each] ?? '');
    onCells(
      from + 1,
      left,
      Array.from({ length: bottom - from }, () => line),
    );
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
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (move) go(move(event), event.shiftKey);
    else if (control && (key === 'z' || key === 'y')) (key === 'y' || event.shiftKey ? onRedo : onUndo)?.();
    else if (control && key === 'd') fillDown();
    else if (event.key === 'Enter' || event.key === 'F2') open();
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      onCells(
        top,
        left,
        Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => '')),
      );
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (column === 'vat' && isChoice)
        open(Object.keys(names.vat).find((rate) => rate.startsWith(event.key)) ?? value);
      else open(isChoice ? value : event.key);
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
    const chosen = rows
      .slice(top, bottom + 1)
      .map((one) => columns.slice(left, right + 1).map((each) => shownIn(each, one.cells[each] ?? '', names)));
    event.clipboardData.setData('text/plain', blockText(chosen));
  };
  const several = column === 'diets' || column === 'allergens' ? column : null;
  const hasRates = column === 'vat' && Object.keys(names.vat).length > 0;
  const isChoice = several !== null || column === 'category' || column === 'sectionId' || hasRates;
  return (
    <div ref={box} className="relative max-h-[70dvh] overflow-auto">
      <table
        // The ARIA grid pattern on a table, which keeps its rows and headers.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
        className="w-full border-collapse text-left"
      >
        <thead className="sticky top-0 z-20 text-xs text-ink-faint shadow-[0_1px_0_var(--color-line)]">
          <tr aria-rowindex={1}>
            {columns.map((one) => (
              <th
                key={one}
                scope="col"
                className="h-8 bg-sunken px-2 font-medium whitespace-nowrap first:sticky first:left-0 first:z-10"
              >
                {name(one)}
              </th>
            ))}
            <th scope="col" className="relative w-28 bg-sunken">
              <span className="sr-only">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {virtual.getVirtualItems().map(({ index: y, start }, place, drawn) => {
            const one = rows[y];
            if (one === undefined) return null;
            const above = drawn[place - 1]?.end ?? 0;
            const wrong = wrongOf(one);
            const title =
              columns.map((each) => (each.startsWith('name.') ? one.cells[each] : '')).find(Boolean) ?? t('newRow');
            return (
              <Fragment key={one.key}>
                {start > above && <Gap height={start - above} />}
                <tr
                  ref={virtual.measureElement}
                  data-index={y}
                  aria-rowindex={y + 2}
                  className={classNames(one.removed && 'line-through opacity-60')}
                >
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
                        if (cell && awaited.current === `${y}:${x}`) {
                          awaited.current = '';
                          cell.focus();
                        }
                        return () => void cells.current.delete(`${y}:${x}`);
                      }}
                      chosen={between(top, bottom, y) && between(left, right, x) && (top !== bottom || left !== right)}
                      onFocus={() => setAt({ row: y, column: x })}
                      onPoint={(isExtended) => !isExtended && setAnchor({ row: y, column: x })}
                      onOpen={() => open()}
                      onClose={close}
                    />
                  ))}
                  <td className="w-28 px-1 text-right whitespace-nowrap *:align-middle">
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
              </Fragment>
            );
          })}
          <Gap height={virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0)} />
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

/** The height of rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr aria-hidden="true">
      <td style={{ height }} className="border-0 p-0" />
    </tr>
  );
