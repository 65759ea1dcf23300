import { useTranslations } from 'use-intl';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '—' : JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

/** The fields that differ between two records, in the order of the later one. */
export function differences(before: unknown, after: unknown): { field: string; from: unknown; to: unknown }[] {
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  return [...new Set([...Object.keys(now), ...Object.keys(old)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, from: old[field], to: now[field] }));
}

/** What a deed changed, field by field, folded away until somebody asks. */
export function WhatChanged({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations('office.history');
  const changes = differences(before, after);
  if (changes.length === 0) return null;
  return (
    <details className="group mt-0.5">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-ink-faint hover:text-ink">
        {t('changes', { count: changes.length })}
      </summary>
      <dl className="mt-1.5 grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5 rounded-md bg-sunken px-3 py-2 font-mono text-xs">
        {changes.map(({ field, from, to }) => (
          <div key={field} className="contents">
            <dt className="text-ink-faint">{field}</dt>
            <dd className="break-words text-ink-soft">
              {from === undefined ? null : <del className="text-danger-text">{shown(from)}</del>}{' '}
              <ins className="text-success-text no-underline">{shown(to)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
