import { Button } from '@festivals/ui/button';
import { IconButton } from '@festivals/ui/icon-button';
import { Select } from '@festivals/ui/select';
import type { ListedArtist } from '@festivals/domain/programme/contract';
import { Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

type Props = { artists: readonly ListedArtist[]; value: readonly string[]; onChange: (artistIds: string[]) => void };

/** Who plays a set: nobody yet, one, or several back to back. */
export function ArtistsPicker({ artists, value, onChange }: Props) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const locale = useLocale();
  const [asksForMore, askForMore] = useState(false);
  const sorted = useMemo(
    () => artists.toSorted((a, b) => (a.sortName ?? a.name).localeCompare(b.sortName ?? b.name, locale)),
    [artists, locale],
  );
  const options = (own: string | undefined) =>
    sorted
      .filter(({ id }) => id === own || !value.includes(id))
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ));
  const rows = value.length === 0 ? [undefined] : [...value, ...(asksForMore ? [undefined] : [])];
  const put = (at: number, artistId: string) => {
    askForMore(false);
    onChange(artistId === '' ? value.toSpliced(at, 1) : value.toSpliced(at, 1, artistId));
  };
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="mb-1 text-ui font-medium text-ink">{t('artist')}</legend>
      {rows.map((artistId, at) => (
        <div key={artistId ?? 'none'} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            <Select
              aria-label={at === 0 ? t('artist') : words('withArtist')}
              value={artistId ?? ''}
              onChange={({ target }) => put(at, target.value)}
            >
              {(at === 0 || artistId === undefined) && (
                <option value="">{at === 0 ? t('tba') : words('chooseArtist')}</option>
              )}
              {options(artistId)}
            </Select>
          </span>
          {at > 0 && (
            <IconButton
              label={words('removeArtist')}
              onClick={() => {
                askForMore(false);
                if (artistId !== undefined) onChange(value.toSpliced(at, 1));
              }}
            >
              <X aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {value.length > 0 && value.length < 10 && !asksForMore && (
        <Button size="sm" tone="quiet" onClick={() => askForMore(true)}>
          <Plus aria-hidden="true" />
          {words('addArtist')}
        </Button>
      )}
    </fieldset>
  );
}
