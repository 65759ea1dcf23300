import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceDialog } from './choice-dialog.tsx';
import { MenuRow, useColumnName, type RowShown } from './menu-row.tsx';
import { choicesOf, type Column, type Row } from './menu-sheet.ts';
import { severalOf, useCellEditing } from './use-cell-editing.ts';
import { useGridCursor } from './use-grid-cursor.ts';

type Props = RowShown & {
  label: string;
  rows: readonly Row[];
  onCells: (from: number, column: number, values: readonly (readonly string[])[]) => void;
  /** One step back or forward; null where there is none. */
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
};

const rowHeight = 37;

/**
 * Products as a spreadsheet: arrows move, with Shift they choose a block; Enter and F2 write, Escape takes back, a block from a
 * spreadsheet is pasted, Ctrl+D fills down, Ctrl+Z undoes. Only the rows in sight are drawn.
 */
export function MenuGrid(props: Props) {
  const { label, columns, rows, names } = props;
  const t = useTranslations('office.menu');
  const nameOf = useColumnName();
  const box = useRef<HTMLDivElement>(null);
  const cursor = useGridCursor(rows, columns, (row) => virtual.scrollToIndex(row));
  const cells = useCellEditing(props, cursor);
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
      [...new Set([...defaultRangeExtractor(range), Math.min(cursor.at.row, rows.length - 1)])].toSorted(
        (a, b) => a - b,
      ),
  });
  const drawn = virtual.getVirtualItems();
  const several = severalOf(cells.column);
  // A dialog holds the focus until it is gone.
  const closeDialog = (text: string | null) => {
    cells.close(text, [Number.NaN, Number.NaN]);
    setTimeout(() => cursor.go(cursor.at));
  };
  return (
    <div ref={box} className="relative max-h-[70dvh] overflow-auto">
      <table
        // The ARIA grid pattern on a table, which keeps its rows and headers.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        className="w-full border-collapse text-left"
        {...cells.hears}
      >
        <Head columns={columns} />
        <tbody className="divide-y divide-line">
          {drawn.map(({ index, start }, at) => {
            const row = rows[index];
            if (row === undefined) return null;
            const above = drawn[at - 1]?.end ?? 0;
            return (
              <Fragment key={row.key}>
                {start > above && <Gap height={start - above} />}
                <MenuRow
                  ref={virtual.measureElement}
                  place={index}
                  row={row}
                  shown={props}
                  cursor={cursor}
                  cells={cells}
                />
              </Fragment>
            );
          })}
          <Gap height={virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      {several !== null && cells.editing !== null && (
        <ChoiceDialog
          title={nameOf(several)}
          description={t('tick')}
          choices={choicesOf(several).map((code) => [code, names[several][code] ?? code])}
          chosen={cells.value.split(' ').filter(Boolean)}
          onChoose={(codes) => closeDialog(codes.join(','))}
          onClose={() => closeDialog(null)}
        />
      )}
    </div>
  );
}

function Head({ columns }: { columns: readonly Column[] }) {
  const t = useTranslations('office.menu');
  const nameOf = useColumnName();
  return (
    <thead className="sticky top-0 z-20 text-xs text-ink-faint shadow-[0_1px_0_var(--color-line)]">
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className="h-8 bg-sunken px-2 font-medium whitespace-nowrap first:sticky first:left-0 first:z-10"
          >
            {nameOf(column)}
          </th>
        ))}
        <th scope="col" className="relative w-28 bg-sunken">
          <span className="sr-only">{t('remove')}</span>
        </th>
      </tr>
    </thead>
  );
}

/** The height of rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr aria-hidden="true">
      <td style={{ height }} className="border-0 p-0" />
    </tr>
  );
