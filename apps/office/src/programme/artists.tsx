import { Badge } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ListedArtist, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { useQuery } from '@tanstack/react-query';
import { Mic } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { SearchInput } from '../list/search-input.tsx';
import { FeeCell } from './fee-cell.tsx';
import { FeeSheet } from './fee-sheet.tsx';
import { feesQuery } from './queries.ts';

const billing = ['headliner', 'second', 'third', 'everyone'] as const;

type Props = {
  programme: ProgrammeDraft;
  festival: Festival;
  edit: ((artistId: string) => void) | null;
  seesFees: boolean;
};

/** Everyone who plays, headliners first; who has no set yet is there too. */
export function Artists({ programme, festival, edit, seesFees }: Props) {
  const t = useTranslations('office.programme');
  const words = useTranslations('office.programmeEdit');
  const timetable = useTranslations('office.timetable');
  const locale = useLocale();
  const format = useFormatter();
  const [search, setSearch] = useState('');
  const fees = useQuery({ ...feesQuery(festival.id), enabled: seesFees });
  const feeOf = new Map((fees.data ?? []).map((fee) => [fee.artistId, fee]));
  const [paid, pay] = useState<ListedArtist | undefined>();
  const setsOf = useMemo(() => {
    const sets = programme.slots.flatMap((slot) => playersOf(slot).map((artistId) => ({ artistId, slot })));
    return Map.groupBy(sets, ({ artistId }) => artistId);
  }, [programme.slots]);
  const stages = new Map(programme.stages.map((stage) => [stage.id, stage.name]));
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  const wanted = search.toLocaleLowerCase(locale);
  const artists = programme.artists
    .filter((artist) =>
      [artist.name, artist.sortName ?? '', ...artist.genres].some((text) =>
        text.toLocaleLowerCase(locale).includes(wanted),
      ),
    )
    .toSorted((a, b) => a.billing - b.billing || (a.sortName ?? a.name).localeCompare(b.sortName ?? b.name, locale));
  if (programme.artists.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Mic aria-hidden="true" />} title={words('noArtists')} />
      </Card>
    );
  }
  return (
    <div className="space-y-3">
      <SearchInput label={t('searchArtists')} value={search} onSearch={setSearch} className="max-w-xs" />
      <Card className="overflow-hidden">
        <Table caption={t('artists')}>
          <TableHead>
            <tr>
              <TableHeader>{t('artist')}</TableHeader>
              <TableHeader>{t('billing')}</TableHeader>
              <TableHeader>{t('genres')}</TableHeader>
              <TableHeader>{t('plays')}</TableHeader>
              {seesFees && <TableHeader>{timetable('fee')}</TableHeader>}
            </tr>
          </TableHead>
          <TableBody>
            {artists.map((artist) => (
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
                </TableCell>
                <TableCell>
                  <Badge tone={artist.billing === 1 ? 'accent' : 'neutral'}>
                    {t(billing[artist.billing - 1] ?? 'everyone')}
                  </Badge>
                </TableCell>
                <TableCell className="text-ink-soft">{artist.genres.join(', ')}</TableCell>
                <TableCell className="text-ink-soft">
                  {(setsOf.get(artist.id) ?? []).map(({ slot }) => (
                    <span
                      key={slot.id}
                      className={classNames(
                        'tabular block whitespace-nowrap',
                        slot.status === 'CANCELLED' && 'line-through',
                        slot.status === 'PENDING' && 'italic',
                      )}
                    >
                      {format.dateTime(new Date(slot.startsAt), 'weekdayClock', { timeZone: festival.zone })} ·{' '}
                      {stages.get(slot.stageId)}
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
            ))}
          </TableBody>
        </Table>
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
