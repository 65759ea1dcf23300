import { expect, it } from 'vitest';
import { FreeSlug, Slug } from './contract.ts';
import { reservedSlugs } from './reserved-slugs.ts';

it('holds only words that could be an address at all', () => {
  expect([...reservedSlugs].filter((slug) => !Slug.safeParse(slug).success)).toEqual([]);
});

it.each(['account', 'api', 'artwork', 'fr', '_next'])('%s is not free', (slug) => {
  expect(FreeSlug.safeParse(slug).success).toBe(false);
});

it.each(['solbrume', 'account-festival', '2040'])('%s is free', (slug) => {
  expect(FreeSlug.safeParse(slug).success).toBe(true);
});
