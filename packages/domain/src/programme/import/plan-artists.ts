/** What a file makes of a programme that names artists and neither stages nor times: who is booked before the times are known. Pure. */
import type { ProgrammeDraft } from '../contract.ts';
import { fold } from './clean-text.ts';
import type { ImportedRow, ImportField } from './contract.ts';
import { isUnannounced } from './is-unannounced.ts';
import type { NameRefs } from './name-refs.ts';
import type { Refuse } from './plan.ts';
import type { ReadRow } from './read-row.ts';

const ofArtists: ReadonlySet<ImportField | null> = new Set([
  'artist',
  'country',
  'genres',
  'bio',
  'announced',
  null,
] as const);

/** Whether a file's columns tell of artists and of nothing that makes a set. */
export const namesArtistsAlone = (mapping: readonly (ImportField | null)[]): boolean =>
  mapping.includes('artist') && mapping.every((field) => ofArtists.has(field));

/** Makes the artists that are not there yet; those that are stay as they are, and it is said where the file says otherwise. */
export function planArtists(
  rows: readonly ReadRow[],
  { artists }: Pick<ProgrammeDraft, 'artists'>,
  names: NameRefs,
  refuse: Refuse,
): ImportedRow[] {
  const known = new Map(artists.map((artist) => [fold(artist.name), artist]));
  const seen = new Map<string, number>();
  return rows.flatMap((row): ImportedRow[] => {
    const name = row.artist ?? '';
    const before = known.get(fold(name));
    const isNobody = name === '' || (!before && isUnannounced(name));
    const twin = seen.get(fold(name));
    if (isNobody || twin !== undefined) {
      refuse(row.line, isNobody ? 'no_name' : 'duplicate', isNobody ? '' : String(twin), row);
      return [];
    }
    seen.set(fold(name), row.line);
    if (!before) names.artist(name, null, row);
    const stays = before && row.announcement !== undefined && row.announcement !== before.announcement;
    return [
      {
        line: row.line,
        verdict: before ? 'SAME' : 'NEW',
        name,
        stage: '',
        day: null,
        startsAt: null,
        endsAt: null,
        status: null,
        slotId: null,
        changes: before || !row.announcement ? [] : [{ field: 'announced', from: null, to: row.announcement }],
        warnings: [
          ...row.warnings,
          ...(before ? [] : (['artist_new'] as const)),
          ...(stays ? (['announcement_stays'] as const) : []),
        ],
        refusal: null,
      },
    ];
  });
}
