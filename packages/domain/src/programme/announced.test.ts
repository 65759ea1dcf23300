import { describe, expect, test } from 'vitest';
import { announced, standingOf, withHeldBack } from './announced.ts';
import type { ArtistAnnouncement, DraftSlot } from './contract.ts';

const now = new Date('2040-03-01T12:00:00.000Z');
const [before, exactly, after] = ['2040-03-01T11:59:00.000Z', '2040-03-01T12:00:00.000Z', '2040-03-01T12:01:00.000Z'];
const artist = (announcement: ArtistAnnouncement, revealsAt: string | null = null) => ({
  id: 'alba',
  announcement,
  revealsAt,
});
const slot = (more: Partial<DraftSlot> = {}): DraftSlot => ({
  id: 'set',
  stageId: 'stage',
  artistId: 'alba',
  withArtistIds: [],
  title: null,
  day: '2040-07-13',
  startsAt: '2040-07-13T18:00:00.000Z',
  endsAt: '2040-07-13T19:00:00.000Z',
  status: 'CONFIRMED',
  overlaysId: null,
  announcement: 'OPEN',
  revealsAt: null,
  setupMinutes: 0,
  teardownMinutes: 0,
  version: 1,
  ...more,
});
type One = ReturnType<typeof artist>;
const those = (...artists: One[]) => new Map(artists.map((one) => [one.id, one]));
const nobody = those();

describe('how an artist stands in the public’s eyes', () => {
  const open = [slot()];
  const secret = [slot({ announcement: 'SECRET' })];
  const unnamed = [slot({ announcement: 'TBA' })];
  const pending = [slot({ status: 'PENDING' })];
  test.each([
    ['BY_SETS', null, [], 'UNKNOWN'],
    ['BY_SETS', null, pending, 'UNKNOWN'],
    ['BY_SETS', null, secret, 'UNKNOWN'],
    ['BY_SETS', null, unnamed, 'UNKNOWN'],
    ['BY_SETS', null, open, 'BY_SETS'],
    ['BY_SETS', after, [], 'PLANNED'],
    ['BY_SETS', after, open, 'BY_SETS'],
    ['BY_SETS', exactly, [], 'ANNOUNCED'],
    ['BY_SETS', before, secret, 'ANNOUNCED'],
    ['ANNOUNCED', null, [], 'ANNOUNCED'],
    ['ANNOUNCED', after, pending, 'ANNOUNCED'],
    ['HELD_BACK', null, open, 'HELD_BACK'],
    ['HELD_BACK', after, open, 'HELD_BACK'],
    ['HELD_BACK', exactly, open, 'ANNOUNCED'],
    ['HELD_BACK', before, [], 'ANNOUNCED'],
  ] as const)('%s, from %s', (announcement, revealsAt, sets, standing) => {
    const one = artist(announcement, revealsAt);
    expect(standingOf(one, sets, those(one), now)).toBe(standing);
  });

  test('a set that somebody else plays too, who is held back, names neither', () => {
    const other = { ...artist('HELD_BACK'), id: 'brume' };
    const both = slot({ withArtistIds: ['brume'] });
    expect(standingOf(artist('BY_SETS'), [both], those(artist('BY_SETS'), other), now)).toBe('UNKNOWN');
  });
});

describe('a set as calendars are told of it', () => {
  const held = those(artist('HELD_BACK', after));
  test.each([
    ['open', slot(), nobody, 'alba'],
    ['pending', slot({ status: 'PENDING' }), nobody, undefined],
    ['cancelled', slot({ status: 'CANCELLED' }), nobody, undefined],
    ['to be announced', slot({ announcement: 'TBA' }), nobody, null],
    ['to be announced until now', slot({ announcement: 'TBA', revealsAt: exactly }), nobody, 'alba'],
    ['secret', slot({ announcement: 'SECRET', revealsAt: after }), nobody, undefined],
    ['secret until now', slot({ announcement: 'SECRET', revealsAt: exactly }), nobody, 'alba'],
    ['open, its artist held back', slot(), held, null],
    ['secret, its artist held back', slot({ announcement: 'SECRET' }), held, undefined],
    ['revealed, its artist held back', slot({ announcement: 'SECRET', revealsAt: before }), held, null],
    [
      'shared with one who is held back',
      slot({ artistId: 'x', withArtistIds: ['alba'], title: 'X b2b Alba' }),
      held,
      null,
    ],
  ] as const)('%s', (_, one, whom, artistId) => {
    const told = announced(one, whom, now);
    expect(told?.artistId).toBe(artistId);
    if (artistId === null) expect(told).toMatchObject({ withArtistIds: [], title: 'TBA' });
  });
});

describe('what the crew reads of a set whose artist is held back', () => {
  const other = (revealsAt: string | null) => ({ ...artist('HELD_BACK', revealsAt), id: 'brume' });
  const both = slot({ withArtistIds: ['brume'] });
  const latest = '2040-04-01T12:00:00.000Z';
  test.each([
    ['nothing more once they are announced', those(artist('HELD_BACK', before)), 'OPEN', null],
    ['that they are, until then', those(artist('HELD_BACK', after)), 'TBA', after],
    ['until the last of them is', those(artist('HELD_BACK', after), other(latest)), 'TBA', latest],
    ['until further notice', those(artist('HELD_BACK', after), other(null)), 'TBA', null],
  ] as const)('%s', (_, artists, announcement, revealsAt) => {
    expect(withHeldBack(both, artists, now)).toMatchObject({ announcement, revealsAt, artistId: 'alba' });
  });
  test('what a set keeps to itself stays its own', () => {
    const secret = slot({ announcement: 'SECRET', revealsAt: latest });
    expect(withHeldBack(secret, those(artist('HELD_BACK')), now)).toBe(secret);
  });
});
