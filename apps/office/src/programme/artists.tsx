import { Badge } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ListedArtist, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { artistList, artistRows } from '@festivals/domain/programme/list-views';
import { useQuery } from '@tanstack/react-query';
import { Mic } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { SortHeader } from '../list/sort-header.tsx';
import { useList } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { FeeCell } from './fee-cell.tsx';
import { FeeSheet } from './fee-sheet.tsx';
import { feesQuery } from './queries.ts';

const filters = ['headliners', 'scheduled', 'unscheduled'] as const;
const billing = ['headliner', 'second', 'third', 'everyone'] as const;

type Props = {
  programme: ProgrammeDraft;
  festival: Festival;
  edit: ((artistId: string) => void) | null;
  seesFees: boolean;
  asked: ListSearch;
  look: (next: ListSearch) => void;
};

/** Everyone who plays, headliners first; who has no set yet is there too. */
export function Artists({ programme, festival, edit, seesFees, asked, look }: Props) {
  const lists = useTranslations('office.list');
  const t = useTranslations('office.programme');
  const words = useTranslations('office.programmeEdit');
  const timetable = useTranslations('office.timetable');
  const locale = useLocale();
  const format = useFormatter();
  const fees = useQuery({ ...feesQuery(festival.id), enabled: seesFees });
  const feeOf = new Map((fees.data ?? []).map((fee) => [fee.artistId, fee]));
  const [paid, pay] = useState<ListedArtist | undefined>();
  const all = useMemo(() => artistRows(programme), [programme]);
  const list = useList(artistList, all, asked, look);
  const stages = new Map(programme.stages.map((stage) => [stage.id, stage.name]));
  const when = (at: string) => format.dateTime(new Date(at), 'weekdayClock', { timeZone: festival.zone });
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  if (programme.artists.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Mic aria-hidden="true" />} title={words('noArtists')} />
      </Card>
    );
  }
  return (
    <div className="space-y-3">
      <ListBar
        asked={list.asked}
        look={look}
        searchLabel={t('searchArtists')}
        filters={filters.map((name) => [name, lists(`only.${name}`)])}
      >
        <ExportMenu festival={festival} list="artists" asked={list.asked} label={t('artists')} />
      </ListBar>
      <Card className="overflow-hidden">
        {list.rows.length === 0 ? (
          <NothingFits look={look} />
        ) : (
          <Table caption={t('artists')}>
            <TableHead>
              <tr>
                <SortHeader by="name" {...list.sorting}>
                  {t('artist')}
                </SortHeader>
                <SortHeader by="billing" {...list.sorting}>
                  {t('billing')}
                </SortHeader>
                <SortHeader by="genres" className="max-sm:hidden" {...list.sorting}>
                  {t('genres')}
                </SortHeader>
                <SortHeader by="plays" className="max-sm:hidden" {...list.sorting}>
                  {t('plays')}
                </SortHeader>
                {seesFees && <TableHeader>{timetable('fee')}</TableHeader>}
              </tr>
            </TableHead>
            <TableBody>
              <VirtualRows items={list.rows} rowHeight={57}>
                {({ artist, sets }) => (
                  <TableRow key={artist.id}>
                    <TableCell>
                      {edit ? (
                        <button
                          type="button"
                          onClick={() => edit(artist.id)}
                          className="block cursor-pointer rounded-sm text-left font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                        >
                          {artist.name}
                        </button>
                      ) : (
                        <span className="block font-medium">{artist.name}</span>
                      )}
                      {artist.country === null ? null : (
                        <span className="block text-xs text-ink-faint">{countries.of(artist.country)}</span>
                      )}
                      {/* What has a column of its own where there is room. */}
                      <span className="block text-xs text-ink-soft sm:hidden">
                        {[artist.genres.join(', '), ...sets.map(({ startsAt }) => when(startsAt))]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </TableCell>
                    <TableCell>
                      <Badge tone={artist.billing === 1 ? 'accent' : 'neutral'}>
                        {t(billing[artist.billing - 1] ?? 'everyone')}
                      </Badge>
                    </TableCell>
                    <TableCell className="text-ink-soft max-sm:hidden">{artist.genres.join(', ')}</TableCell>
                    <TableCell className="text-ink-soft max-sm:hidden">
                      {sets.map((slot) => (
                        <span
                          key={slot.id}
                          className={classNames(
                            'tabular block whitespace-nowrap',
                            slot.status === 'CANCELLED' && 'line-through',
                            slot.status === 'PENDING' && 'italic',
                          )}
                        >
                          {when(slot.startsAt)} · {stages.get(slot.stageId)}
                        </span>
                      ))}
                    </TableCell>
                    {seesFees && (
                      <TableCell>
                        <FeeCell
                          artist={artist}
                          fee={feeOf.get(artist.id)}
                          asking={fees.isPending}
                          open={() => pay(artist)}
                        />
                      </TableCell>
                    )}
                  </TableRow>
                )}
              </VirtualRows>
            </TableBody>
          </Table>
        )}
      </Card>
      {paid && (
        <FeeSheet
          key={paid.id}
          festival={festival}
          artist={paid}
          fee={feeOf.get(paid.id)}
          onClose={() => pay(undefined)}
        />
      )}
    </div>
  );
}
