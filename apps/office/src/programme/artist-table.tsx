import { Badge } from '@festivals/ui/badge';
import { Checkbox } from '@festivals/ui/checkbox';
import { classNames } from '@festivals/ui/class-names';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftStage, ListedArtist } from '@festivals/domain/programme/contract';
import type { ArtistRow as Row } from '@festivals/domain/programme/list-views';
import type { ReactNode } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { SortHeader } from '../list/sort-header.tsx';
import type { LookedAt } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { ArtistStanding } from './artist-standing.tsx';

const billing = ['headliner', 'second', 'third', 'everyone'] as const;

type Shared = {
  festival: Festival;
  stages: readonly DraftStage[];
  edit: ((artistId: string) => void) | null;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** What each is paid; null for whoever may not see it. */
  feeCell: ((artist: ListedArtist) => ReactNode) | null;
};

/** Who plays as a table that can be sorted; who may edit ticks those of whom they mean to say something at once. */
export function ArtistTable({ list, ...shared }: Shared & { list: LookedAt<Row> }) {
  const t = useTranslations('office.programme');
  const timetable = useTranslations('office.timetable');
  const words = useTranslations('office.announcing');
  const { feeCell, edit, chosen, onChoose } = shared;
  const ticked = list.rows.filter(({ artist }) => chosen.has(artist.id)).length;
  return (
    <Table caption={t('artists')}>
      <TableHead>
        <tr>
          {edit && (
            <TableHeader className="w-8">
              <Checkbox
                aria-label={words('chooseAll')}
                checked={ticked === 0 ? false : ticked === list.rows.length ? true : 'indeterminate'}
                onCheckedChange={(on) => onChoose(new Set(on === true ? list.rows.map(({ artist }) => artist.id) : []))}
              />
            </TableHeader>
          )}
          <SortHeader by="name" {...list.sorting}>
            {t('artist')}
          </SortHeader>
          <SortHeader by="billing" className="max-sm:hidden" {...list.sorting}>
            {t('billing')}
          </SortHeader>
          <SortHeader by="standing" className="max-sm:hidden" {...list.sorting}>
            {words('title')}
          </SortHeader>
          <SortHeader by="genres" className="max-sm:hidden" {...list.sorting}>
            {t('genres')}
          </SortHeader>
          <SortHeader by="plays" className="max-sm:hidden" {...list.sorting}>
            {t('plays')}
          </SortHeader>
          {feeCell && <TableHeader>{timetable('fee')}</TableHeader>}
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={list.rows} rowHeight={57}>
          {(row) => <ArtistRow key={row.artist.id} {...row} {...shared} />}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}

function ArtistRow({ festival, stages, edit, feeCell, chosen, onChoose, ...row }: Row & Shared) {
  const t = useTranslations('office.programme');
  const words = useTranslations('office.announcing');
  const { artist, sets } = row;
  const line = t(billing[artist.billing - 1] ?? 'everyone');
  const locale = useLocale();
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'weekdayClock', { timeZone: festival.zone });
  const stageName = (stageId: string) => stages.find(({ id }) => id === stageId)?.name;
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  return (
    <TableRow>
      {edit && (
        <TableCell>
          <Checkbox
            aria-label={words('choose', { name: artist.name })}
            checked={chosen.has(artist.id)}
            onCheckedChange={(on) =>
              onChoose(new Set(on === true ? [...chosen, artist.id] : [...chosen].filter((one) => one !== artist.id)))
            }
          />
        </TableCell>
      )}
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
          {[
            line,
            words(`standing.${row.standing}`),
            artist.genres.join(', '),
            ...sets.map(({ startsAt }) => when(startsAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <Badge tone={artist.billing === 1 ? 'accent' : 'neutral'}>{line}</Badge>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <ArtistStanding row={row} zone={festival.zone} />
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
            {when(slot.startsAt)} · {stageName(slot.stageId)}
          </span>
        ))}
      </TableCell>
      {feeCell && <TableCell>{feeCell(artist)}</TableCell>}
    </TableRow>
  );
}
