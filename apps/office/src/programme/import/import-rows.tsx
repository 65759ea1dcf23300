import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { classNames } from '@festivals/ui/class-names';
import { ArtistAnnouncement } from '@festivals/domain/programme/contract';
import type { ImportedRow, ImportVerdict } from '@festivals/domain/programme/import/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowRight, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

const tones: Record<ImportVerdict, BadgeTone> = {
  NEW: 'success',
  CHANGED: 'accent',
  SAME: 'neutral',
  REFUSED: 'danger',
};
const columns = 'grid grid-cols-[2rem_1fr] sm:grid-cols-[3.5rem_6rem_minmax(0,1.3fr)_minmax(0,1fr)] gap-x-3 gap-y-1';

/** What becomes of each row: only those in sight are drawn, however many there are. */
export function ImportRows({ rows, zone }: { rows: readonly ImportedRow[]; zone: string }) {
  const t = useTranslations('office.importing');
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here alone
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 57,
    overscan: 8,
    getItemKey: (at) => rows[at]?.line ?? at,
  });
  return (
    <div
      ref={box}
      tabIndex={0}
      role="table"
      aria-label={t('plan')}
      aria-rowcount={rows.length + 1}
      className="relative max-h-[min(36rem,70vh)] overflow-y-auto border-t border-line outline-offset-[-2px]"
    >
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          columns,
          'sticky top-0 z-10 border-b border-line bg-sunken px-5 py-1.5 text-xs text-ink-faint max-sm:hidden',
        )}
      >
        {(['line', 'verdict', 'set', 'why'] as const).map((name) => (
          <span key={name} role="columnheader" className={name === 'line' ? 'text-right' : ''}>
            {t(`head.${name}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={classNames(
                  columns,
                  'absolute inset-x-0 items-center border-b border-line px-5 py-2 text-ui',
                )}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Row row={row} zone={zone} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function Row({ row, zone }: { row: ImportedRow; zone: string }) {
  const t = useTranslations('office.importing');
  const format = useFormatter();
  const at = (moment: string | null) =>
    moment === null ? '' : format.dateTime(new Date(moment), 'weekdayClock', { timeZone: zone });
  const time = row.startsAt
    ? `${at(row.startsAt)} – ${format.dateTime(new Date(row.endsAt ?? row.startsAt), 'clock', { timeZone: zone })}`
    : '';
  return (
    <>
      <span role="cell" className="tabular text-xs text-ink-faint sm:text-right">
        {row.line}
      </span>
      <span role="cell">
        <Badge tone={tones[row.verdict]}>{t(`verdict.${row.verdict}`)}</Badge>
      </span>
      <span role="cell" className="min-w-0 max-sm:col-span-2">
        <span className="block truncate font-medium text-ink">{row.name || t('nameless')}</span>
        <span className="tabular block truncate text-xs text-ink-soft">
          {[row.stage, time].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span role="cell" className="min-w-0 text-xs text-ink-soft max-sm:col-span-2">
        <Why row={row} at={at} />
      </span>
    </>
  );
}

function Why({ row, at }: { row: ImportedRow; at: (moment: string | null) => string }) {
  const t = useTranslations('office.importing');
  const announcing = useTranslations('office.announcing');
  const value = (field: string, text: string | null) => {
    if (field === 'start' || field === 'end') return at(text);
    if (field === 'status' && (text === 'PENDING' || text === 'CONFIRMED' || text === 'CANCELLED'))
      return t(`setStatus.${text}`);
    const announcement = field === 'announced' ? ArtistAnnouncement.safeParse(text).data : undefined;
    if (announcement !== undefined) return announcing(`how.${announcement}`);
    return text ?? '—';
  };
  if (row.refusal)
    return <span className="text-danger-text">{t(`reason.${row.refusal.reason}`, { seen: row.refusal.seen })}</span>;
  return (
    <>
      {row.changes.map(({ field, from, to }) => (
        <span key={field} className="flex min-w-0 items-center gap-1">
          <span className="shrink-0 text-ink-faint">{t(`field.${field}`)}</span>
          <span className="truncate line-through decoration-ink-faint">{value(field, from)}</span>
          <ArrowRight aria-hidden="true" className="size-3 shrink-0 text-ink-faint" />
          <span className="truncate font-medium text-ink">{value(field, to)}</span>
        </span>
      ))}
      {row.warnings.map((warning) => (
        <span key={warning} className="flex items-start gap-1">
          {warning !== 'stage_new' && warning !== 'artist_new' && (
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0 text-warning-text" />
          )}
          {t(`warning.${warning}`)}
        </span>
      ))}
    </>
  );
}
