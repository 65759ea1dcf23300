import { NewFestival } from '@festivals/domain/festival/contract';
import type { z } from 'zod';

/** A festival's form as it is being filled in. */
export type FestivalDraft = z.input<typeof NewFestival>;

/** All zones that this browser knows, the reader's own first. */
export function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [own, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own)];
}

// ISO 3166-1 codes have no list in Intl: the ones that have a name are the ones that exist.
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/** Countries by name in `locale`, in its alphabetical order. */
export function countries(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = notCountries.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
