import { beforeEach, expect, test } from 'vitest';
import { memory, remembered } from './memory.ts';
import { seeSlug, tagsOfChange } from './tags.ts';

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
  expect(tagsOfChange('id', ['programme'])).toEqual(['slug:old', 'slug:new']);
  expect(tagsOfChange('unseen', ['festival'])).toEqual(['festivals']);
});
