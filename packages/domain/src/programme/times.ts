type Times = { startsAt: string; endsAt: string };

/** No set is longer than a day. */
const longest = 24 * 3_600_000;

/** Whether something can last from one moment to another: it ends after it starts, and within a day. */
export function isPossible({ startsAt, endsAt }: Times): boolean {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  return length > 0 && length <= longest;
}

/** Whether two sets have a moment in common; one may follow the other at once. */
export const overlap = (a: Times, b: Times): boolean =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);

type Whole = Times & {
  artistId: string | null;
  withArtistIds: readonly string[];
  title: string | null;
  announcement: 'OPEN' | 'TBA' | 'SECRET';
};

/** What no set can be, field by field. */
export function nonsenseOf(slot: Whole): { field: 'endsAt' | 'title' | 'withArtistIds'; message: string }[] {
  const { artistId, withArtistIds, title, announcement } = slot;
  const isNobodys = artistId === null && title === null && announcement === 'OPEN';
  const repeats = withArtistIds.length > 0 && (artistId === null || withArtistIds.includes(artistId));
  return [
    ...(isPossible(slot) ? [] : [{ field: 'endsAt' as const, message: 'impossible_times' }]),
    ...(isNobodys ? [{ field: 'title' as const, message: 'no_artist' }] : []),
    ...(repeats ? [{ field: 'withArtistIds' as const, message: 'duplicates' }] : []),
  ];
}
