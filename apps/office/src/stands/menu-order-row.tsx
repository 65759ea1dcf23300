import type { Festival } from '@festivals/domain/festival/contract';
import { classNames } from '@festivals/ui/class-names';
import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { isUnsaved, type Row } from './menu-sheet.ts';
import type { RowHandle } from './use-row-drag.ts';

type Props = {
  festival: Festival;
  row: Row;
  title: string;
  hintId: string;
  isDragged: boolean;
  /** Whether what is dragged would come before it. */
  isTarget: boolean;
  handle: RowHandle;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** A product on the menu, with the handle by which it is moved. */
export function MenuOrderRow({ festival, row, title, hintId, isDragged, isTarget, handle, onKeyDown }: Props) {
  const t = useTranslations('office.menu');
  const { price = '' } = row.cells;
  return (
    <li
      data-drop-row={row.key}
      className={classNames(
        'flex items-center gap-2 bg-surface pe-4 text-ui',
        isDragged && 'opacity-50',
        isUnsaved(row) && 'bg-accent-soft',
        isTarget && 'shadow-[inset_0_2px_0_var(--color-accent)]',
      )}
    >
      <button
        type="button"
        id={`move-${row.key}`}
        aria-label={t('section.move', { name: title })}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        {...handle}
        className="grid size-9 shrink-0 cursor-grab touch-none place-items-center rounded-md text-ink-faint hover:text-ink focus-visible:-outline-offset-2 active:cursor-grabbing pointer-coarse:size-11"
      >
        <GripVertical aria-hidden="true" className="size-4" />
      </button>
      <span className="min-w-0 flex-1 truncate text-ink">{title}</span>
      <span className="tabular shrink-0 text-ink-soft">{price === '' ? '' : `${price} ${festival.currency}`}</span>
    </li>
  );
}
