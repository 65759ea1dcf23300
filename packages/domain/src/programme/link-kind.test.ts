import { expect, test } from 'vitest';
import { belongsTo, kindOf } from './link-kind.ts';

test.each([
  ['SPOTIFY', 'https://open.spotify.com/artist/1', true],
  ['SPOTIFY', 'https://open.spotify.com.evil.example/artist/1', false],
  ['SPOTIFY', 'https://notspotify.com/artist/1', false],
  ['SITE', 'https://zoe.example.org', true],
  ['YOUTUBE', 'https://youtu.be/x', true],
  ['INSTAGRAM', 'nonsense', false],
] as const)('a %s at %s: %s', (kind, url, expected) => {
  expect(belongsTo({ kind, url })).toBe(expected);
});

test('an address tells its kind, and is a site where it tells none', () => {
  expect(kindOf('https://zoe.bandcamp.com/album/x')).toBe('BANDCAMP');
  expect(kindOf('https://zoe.example.org')).toBe('SITE');
});
