import { languageNames } from '@festivals/messages';
import { classNames } from '@festivals/ui/class-names';
import { IconButton } from '@festivals/ui/icon-button';
import { RotateCcw, Trash2 } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { MenuCell } from './menu-cell.tsx';
import { isChanged, isUnsaved, type Column, type Names, type Row } from './menu-sheet.ts';
import { severalOf, type CellEditing } from './use-cell-editing.ts';
import { isSeveral, isWithin, type Cursor } from './use-grid-cursor.ts';

/** What is shown of every row of a sheet, and done with it. */
export type RowShown = {
  columns: readonly Column[];
  names: Names;
  /** What is wrong with a row's cells, or with the row. */
  wrongOf: (row: Row) => { [C in Column]?: string } & { row?: string };
  onRemove: (key: string, removed: boolean) => void;
  /** What else can be done with a row, beside taking it off. */
  aside: (key: string, name: string) => ReactNode;
};

/** What a column is called. */
export function useColumnName() {
  const t = useTranslations('office.menu');
  return (column: Column) =>
    column.startsWith('name.')
      ? t('nameIn', { language: languageNames[column.slice(5) as keyof typeof languageNames] })
      : t(`column.${column as Exclude<Column, `name.${string}`>}`);
}

type Props = {
  ref: Ref<HTMLTableRowElement>;
  /** The row's place among all of them. */
  place: number;
  row: Row;
  shown: RowShown;
  cursor: Cursor;
  cells: CellEditing;
};

/** One product of the sheet: its cells, and what can be done with the whole of it. */
export function MenuRow({ ref, place, row, shown, cursor, cells }: Props) {
  const t = useTranslations('office.menu');
  const nameOf = useColumnName();
  const { columns, names, wrongOf, onRemove, aside } = shown;
  const { at, block } = cursor;
  const wrong = wrongOf(row);
  const title = columns.map((each) => (each.startsWith('name.') ? row.cells[each] : '')).find(Boolean) ?? t('newRow');
  return (
    <tr
      ref={ref}
      data-index={place}
      aria-rowindex={place + 2}
      className={classNames(row.removed && 'line-through opacity-60')}
    >
      {columns.map((column, x) => {
        const here = { row: place, column: x };
        const active = at.row === place && at.column === x;
        return (
          <MenuCell
            key={column}
            id={`cell-${place}-${x}`}
            column={column}
            label={`${nameOf(column)}, ${title}`}
            value={row.cells[column] ?? ''}
            names={names}
            wrong={wrong[column] ?? (x === 0 ? wrong.row : undefined)}
            changed={isUnsaved(row) && isChanged(row, column)}
            active={active}
            editing={active && severalOf(column) === null ? cells.editing : null}
            cellRef={cursor.cellRef(place, x)}
            chosen={isSeveral(block) && isWithin(block, here)}
            onFocus={() => cursor.setAt(here)}
            onPoint={(isExtended) => !isExtended && cursor.setAnchor(here)}
            onOpen={() => cells.open()}
            onClose={cells.close}
          />
        );
      })}
      <td className="w-28 px-1 text-right whitespace-nowrap *:align-middle">
        {aside(row.key, title)}
        <IconButton
          label={t(row.removed ? 'keepRow' : 'removeRow', { name: title })}
          size="sm"
          onClick={() => onRemove(row.key, !row.removed)}
        >
          {row.removed ? <RotateCcw aria-hidden="true" /> : <Trash2 aria-hidden="true" />}
        </IconButton>
      </td>
    </tr>
  );
}
