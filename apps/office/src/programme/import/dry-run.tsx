import { Card, CardHeader } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { EmptyState } from '@festivals/ui/empty-state';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportedRow, ProgrammeImport } from '@festivals/domain/programme/import/contract';
import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ListSkeleton } from '../../list/paged-list.tsx';
import { Failure } from '../../shell/failure.tsx';
import { ImportRows } from './import-rows.tsx';
import { rowsQuery } from './queries.ts';

export const filters = ['ALL', 'NEW', 'CHANGED', 'SAME', 'REFUSED', 'WARNED'] as const;
export type Filter = (typeof filters)[number];

const isOdd = ({ warnings }: ImportedRow) => warnings.some((one) => one !== 'stage_new' && one !== 'artist_new');

function passes(row: ImportedRow, filter: Filter): boolean {
  if (filter === 'ALL') return true;
  return filter === 'WARNED' ? isOdd(row) : row.verdict === filter;
}

type Props = {
  festival: Festival;
  shown: ProgrammeImport;
  filter: Filter;
  onFilter: (next: Filter) => void;
  actions: ReactNode;
};

/** What the file does to the programme: how many rows of each kind, and each of them. */
export function DryRun({ festival, shown, filter, onFilter, actions }: Props) {
  const t = useTranslations('office.importing');
  const format = useFormatter();
  const rows = useQuery(rowsQuery(festival.id, shown));
  const { counts } = shown;
  const wanted = useMemo(() => rows.data?.filter((row) => passes(row, filter)) ?? [], [rows.data, filter]);
  if (!counts) return null;
  const numbers: Record<Filter, number> = {
    ALL: counts.new + counts.changed + counts.same + counts.refused,
    NEW: counts.new,
    CHANGED: counts.changed,
    SAME: counts.same,
    REFUSED: counts.refused,
    WARNED: counts.warned,
  };
  const made = [
    ...(shown.newStages.length > 0
      ? [t('newStages', { names: format.list(shown.newStages), count: shown.newStages.length })]
      : []),
    ...(shown.newArtistsCount > 0 ? [t('newArtists', { count: shown.newArtistsCount })] : []),
    ...(counts.untouched > 0 ? [t('untouched', { count: counts.untouched })] : []),
  ];
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('plan')} description={made.join(' ') || t('planLead')} actions={actions} />
      <div className="flex flex-wrap gap-1.5 px-5 pb-3" role="group" aria-label={t('filter')}>
        {filters.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter === one}
            onClick={() => onFilter(one)}
            className={classNames(
              'inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium transition-colors pointer-coarse:min-h-10',
              filter === one
                ? 'border-accent bg-accent-soft text-accent-text'
                : 'border-line text-ink-soft hover:bg-hover',
            )}
          >
            {t(`filters.${one}`)}
            <span className="tabular">{format.number(numbers[one])}</span>
          </button>
        ))}
      </div>
      {rows.isError ? (
        <Failure error={rows.error} retry={() => void rows.refetch()} />
      ) : rows.data === undefined ? (
        <ListSkeleton />
      ) : wanted.length === 0 ? (
        <EmptyState icon={<ListFilter aria-hidden="true" />} title={t('none')}>
          {t('noneDetail')}
        </EmptyState>
      ) : (
        <ImportRows key={filter} rows={wanted} zone={festival.zone} />
      )}
    </Card>
  );
}
