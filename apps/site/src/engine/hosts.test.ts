import { expect, test } from 'vitest';
import { behind, faceAt } from './hosts.ts';
import { keptList } from './kept-list.ts';
import { memory } from './memory.ts';

const parts = { apiUrl: '', siteSecret: 'x', siteUrl: 'https://fest.example', baseDomain: 'fest.example' };
memory().hears = true;
await keptList('hosts', {
  perQuestion: Infinity,
  all: async () => new Map([['its id', { host: 'solstice.band', slug: 'solstice' }]]),
  one: async () => null,
});

test.each([
  ['fest.example', 'platform'],
  ['FEST.example.:443', 'platform'],
  ['localhost:3000', 'platform'],
  ['127.0.0.1', 'platform'],
  ['[::1]:3000', 'platform'],
  ['solstice.band', 'solstice'],
  ['Solstice.BAND.:8080', 'solstice'],
  ['solbrume.fest.example', 'solbrume'],
  ['no-such-festival.fest.example', 'nobody'],
  ['www.fest.example', 'nobody'],
  ['a.b.fest.example', 'nobody'],
  ['evil-fest.example', 'nobody'],
  ['fest.example.evil.com', 'nobody'],
  ['solstice.band@evil.com', 'nobody'],
  ['solstice.band/evil', 'nobody'],
  ['solstice.band, evil.com', 'nobody'],
  ['evil.com:80:80', 'nobody'],
  ['', 'nobody'],
  [undefined, 'nobody'],
])('at %j it is %s', async (host, whose) => {
  const face = await faceAt(host, parts, async (slug) => slug === 'solbrume');
  expect(face.kind === 'festival' ? face.slug : face.kind).toBe(whose);
});

test.each([
  ['/de', { path: '/de/solstice' }],
  ['/de/tickets', { path: '/de/solstice/tickets' }],
  ['/de/artists/anna', { path: '/de/solstice/artists/anna' }],
  ['/de/account/login', { path: '/de/account/login' }],
  ['/de/solstice', { to: '/de' }],
  ['/de/solstice/tickets', { to: '/de/tickets' }],
  ['/de/another', { path: '/de/solstice/another' }],
  ['/de/preview/x', { path: '/de/solstice/preview/x' }],
])('%s on its own domain', (path, expected) => {
  expect(behind(path, 'solstice')).toEqual(expected);
});
