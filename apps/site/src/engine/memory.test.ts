import { beforeEach, expect, test } from 'vitest';
import { memory, remembered } from './memory.ts';
import { seeSlug, tagsOfChange, tagsOfPage } from './tags.ts';

beforeEach(() => {
  memory().expiry.expireAll();
  memory().hears = true;
});

const counter = () => {
  let loads = 0;
  return async () => ++loads;
};

test('a thousand who ask are one who asks the API', async () => {
  const load = counter();
  const all = await Promise.all(Array.from({ length: 1000 }, () => remembered('one', ['slug:a'], load)));
  expect(new Set(all)).toEqual(new Set([1]));
  expect(await remembered('one', ['slug:a'], load)).toBe(1);
});

test('an answer that was on its way when the change was told is not kept, and whoever asks after it gets a new one', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const early = remembered('two', ['slug:a'], () => promise);
  memory().expiry.expire(['slug:a']);
  const late = remembered('two', ['slug:a'], async () => 'new');
  resolve('old');
  expect(await Promise.all([early, late])).toEqual(['old', 'new']);
  expect(await remembered('two', ['slug:a'], async () => 'never asked')).toBe('new');
});

test('what changed is never answered from memory, even when the API is gone', async () => {
  await remembered('three', ['slug:a'], async () => 'draft');
  memory().expiry.expire(['slug:a']);
  const gone = () => Promise.reject(new Error('gone'));
  await expect(remembered('three', ['slug:a'], gone)).rejects.toThrow('gone');
});

test('a change is told by id and expires every address seen; what may appear or vanish concerns the list too', () => {
  seeSlug('id', 'old');
  seeSlug('id', 'new');
  expect(tagsOfChange('id', ['media'])).toEqual(['slug:old', 'slug:new']);
  expect(tagsOfChange('unseen', ['festival'])).toEqual(['festivals']);
});

test('a part that changed by itself leaves alone what does not show it', () => {
  seeSlug('part', 'fair');
  const { expiry } = memory();
  const stale = (domains: string[]) => {
    const moment = expiry.now();
    expiry.expire(tagsOfChange('part', domains));
    return [
      '',
      '/line-up/list',
      '/timetable/2027-07-16',
      '/map',
      '/tickets',
      '/news',
      '/practical',
      '/unheard-of',
    ].filter((room) => !expiry.holds(tagsOfPage(`/en/fair${room}`, 200), moment));
  };
  expect(stale(['festival.news'])).toEqual(['', '/news', '/unheard-of']);
  expect(stale(['programme'])).toEqual(['', '/line-up/list', '/timetable/2027-07-16', '/unheard-of']);
  expect(stale(['ticketing'])).toEqual(['', '/tickets', '/unheard-of']);
  expect(stale(['places', 'stands'])).toEqual(['', '/map', '/unheard-of']);
  // What is about all of it, or said in a word that we do not know.
  for (const domains of [['festival'], ['programme', 'weather'], []]) expect(stale(domains)).toHaveLength(8);
});
