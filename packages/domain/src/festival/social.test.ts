import { expect, it } from 'vitest';
import { networkOf } from './social.ts';

it.each([
  ['https://www.instagram.com/solbrume', 'instagram'],
  ['https://solbrume.bandcamp.com/', 'bandcamp'],
  ['https://youtu.be/abc', 'youtube'],
  ['https://open.spotify.com/playlist/1', 'spotify'],
])('%s is on %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  'http://instagram.com/solbrume',
  'https://instagram.com.evil.example/',
  'https://notinstagram.com/',
  'https://instagram.com@evil.example/',
  'https://user:pass@instagram.com/',
  'https://instagram.com:8443/',
  'javascript:alert(1)',
  'instagram.com/solbrume',
  '',
])('%s is on none', (address) => {
  expect(networkOf(address)).toBeNull();
});
