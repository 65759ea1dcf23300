import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { Skeleton } from '@festivals/ui/skeleton';
import type { Festival } from '@festivals/domain/festival/contract';
import type { RecordChange } from '@festivals/domain/history/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedName } from '../identity/deed-name.ts';
import { Failure } from '../shell/failure.tsx';
import { same, type FieldValues } from './merge.ts';
import type { KeptForm } from './use-kept-form.ts';
import { changesBetween } from './value-text.ts';
import { WhatChanged } from './what-changed.tsx';

type Past = { items: RecordChange[]; next: string | null };
/** Reads a page of a past. */
export type ReadPast = (query: { limit: number; cursor?: string }, signal: AbortSignal) => Promise<Past>;

const historyQuery = (festivalId: Festival['id'], recordId: string, read: ReadPast | undefined) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'record', recordId, read === undefined ? 'events' : 'own'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) };
      if (read !== undefined) return read(query, signal);
      return api.history.recordHistory({ params: { festivalId, recordId }, query }, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });

type Props = {
  festival: Festival;
  recordId: string;
  kept: Pick<KeptForm, 'now' | 'fill'>;
  /** What the form would hold of a state of the record, where its fields are not just the record's. */
  valuesOf?: (state: FieldValues) => FieldValues;
  /** Whether the form is a part of the record: then what touched other parts is left out. */
  onlyFields?: boolean;
  /** Where its past stands, if not among the events. */
  read?: ReadPast;
  /** Whether it stands open by itself: where the past is all that was asked for. */
  open?: boolean;
};

/** The record's past, folded away until somebody asks; each state can be put into the form again. */
export function RecordHistory(props: Props) {
  const t = useTranslations('office.record');
  const [open, setOpen] = useState(false);
  if (props.open) return <PastList {...props} />;
  return (
    <details className="group border-t border-line pt-4" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-ui font-medium text-ink-soft hover:text-ink pointer-coarse:py-2">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        {t('history')}
      </summary>
      {open && <PastList {...props} />}
    </details>
  );
}

const isMembers = (value: unknown): value is FieldValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asItIs = (state: FieldValues): FieldValues => state;

function PastList({ festival, recordId, kept, valuesOf = asItIs, onlyFields = false, read }: Props) {
  const t = useTranslations('office.record');
  const list = useTranslations('office.list');
  const format = useFormatter();
  const { deedName } = useDeedName();
  const past = useInfiniteQuery(historyQuery(festival.id, recordId, read));
  const [restored, setRestored] = useState<string | null>(null);
  if (past.isError) return <Failure error={past.error} retry={() => void past.refetch()} />;
  if (past.data === undefined) return <Skeleton className="mt-3 h-24" />;
  const changes = past.data.pages
    .flatMap(({ items }) => items)
    .filter(({ before, after }) => !onlyFields || changesBetween(before, after).some(({ field }) => field in kept.now));
  if (changes.length === 0) return <p className="mt-3 text-ui text-ink-soft">{t('historyEmpty')}</p>;

  const stateOf = ({ after }: RecordChange): FieldValues => {
    if (!isMembers(after)) return {};
    const values = valuesOf(after);
    return Object.fromEntries(
      Object.keys(kept.now)
        .filter((field) => field in values)
        .map((field) => [field, values[field]]),
    );
  };
  const isOld = (state: FieldValues) => Object.keys(state).some((field) => !same(state[field], kept.now[field]));
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  return (
    <div className="mt-3 space-y-3">
      {restored !== null && <Notice live>{t('restored', { when: when(restored) })}</Notice>}
      <ol className="space-y-4">
        {changes.map((change) => {
          const state = stateOf(change);
          return (
            <li key={change.id} className="border-l-2 border-line pl-3 text-ui">
              <p className="text-ink">
                {change.by === null ? '' : <span className="font-medium">{change.by} </span>}
                {deedName(change.name)}
              </p>
              <p className="tabular text-xs text-ink-faint">
                <time dateTime={change.at}>{when(change.at)}</time>
              </p>
              <WhatChanged festival={festival} before={change.before} after={change.after} />
              {isOld(state) && (
                <Button
                  size="sm"
                  tone="quiet"
                  className="mt-1.5 -ml-2"
                  onClick={() => {
                    kept.fill(state);
                    setRestored(change.at);
                  }}
                >
                  {t('restore')}
                  <span className="sr-only"> {when(change.at)}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {past.hasNextPage && (
        <Button size="sm" busy={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          {list('more')}
        </Button>
      )}
    </div>
  );
}
