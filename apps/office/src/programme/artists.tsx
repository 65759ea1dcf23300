import { Badge } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { Mic } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { SearchInput } from '../list/search-input.tsx';

const billing = ['headliner', 'second', 'third', 'everyone'] as const;

type Props = { programme: ProgrammeDraft; zone: string; edit: ((artistId: string) => void) | null };

/** Everyone who plays, headliners first; who has no set yet is there too. */
export function Artists({ programme, zone, edit }: Props) {
  const t = useTranslations('office.programme');
  const words = useTranslations('office.programmeEdit');
  const locale = useLocale();
  const format = useFormatter();
  const [search, setSearch] = useState('');
  const stages = new Map(programme.stages.map((stage) => [stage.id, stage.name]));
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  const wanted = search.toLocaleLowerCase(locale);
  const artists = programme.artists
    .filter((artist) => [artist.name, ...artist.genres].some((text) => text.toLocaleLowerCase(locale).includes(wanted)))
    .toSorted((a, b) => a.billing - b.billing || a.name.localeCompare(b.name, locale));
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
                  {programme.slots
                    .filter((slot) => slot.artistId === artist.id)
                    .map((slot) => (
                      <span
                        key={slot.id}
                        className={classNames(
                          'tabular block whitespace-nowrap',
                          slot.status === 'CANCELLED' && 'line-through',
                          slot.status === 'PENDING' && 'italic',
                        )}
                      >
                        {format.dateTime(new Date(slot.startsAt), 'weekdayClock', { timeZone: zone })} ·{' '}
                        {stages.get(slot.stageId)}
                      </span>
                    ))}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
    </div>
  );
}
