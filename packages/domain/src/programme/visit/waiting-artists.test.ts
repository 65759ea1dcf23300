import { expect, test } from 'vitest';
import { waitingArtists } from './waiting-artists.ts';

test('who waits for a time is in no set, not even in one that was cancelled or of somebody else', () => {
  const artists = ['alone', 'together', 'cancelled', 'waiting'].map((id) => ({ id }));
  const slots = [
    { artistId: 'alone', withArtistIds: ['together'] },
    { artistId: 'cancelled', status: 'CANCELLED' },
    { artistId: null, withArtistIds: [] },
  ];
  expect(waitingArtists({ artists, slots }).map(({ id }) => id)).toEqual(['waiting']);
});
