import { IconButton } from '@festivals/ui/icon-button';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** What can be done with a row of an ordered list, by mouse and by keyboard alike. */
export function RowTools({
  label,
  at,
  count,
  move,
  remove,
}: {
  /** What the row is, for screen readers. */
  label: string;
  at: number;
  count: number;
  move?: (from: number, to: number) => void;
  remove: (at: number) => void;
}) {
  const t = useTranslations('office.settings.row');
  return (
    <span className="flex shrink-0">
      {move && (
        <>
          <IconButton label={t('up', { label })} disabled={at === 0} onClick={() => move(at, at - 1)}>
            <ArrowUp aria-hidden="true" />
          </IconButton>
          <IconButton label={t('down', { label })} disabled={at === count - 1} onClick={() => move(at, at + 1)}>
            <ArrowDown aria-hidden="true" />
          </IconButton>
        </>
      )}
      <IconButton label={t('remove', { label })} onClick={() => remove(at)}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </span>
  );
}
