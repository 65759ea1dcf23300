import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Localised } from '../primitives.ts';

const Title = Localised(160).refine((titles) => Object.values(titles).some((title) => title !== ''), {
  message: 'no_title',
});

const fields = {
  title: Title,
  /** In the small markup of the legal texts. */
  body: Localised(5000),
  /** Stands above the others. */
  pinned: z.boolean(),
  /** Null is a draft; a moment to come waits for it. */
  publishedAt: Instant.nullable(),
};

export const News = z
  .object({ id: z.uuid(), ...fields, title: Localised(160), version: z.int().min(1) })
  .meta({ id: 'News' });
export type News = z.infer<typeof News>;

export const NewNews = z.object({
  ...fields,
  body: fields.body.default({}),
  pinned: fields.pinned.default(false),
  publishedAt: fields.publishedAt.default(null),
});

const OnNews = InFestival.extend({ newsId: z.uuid() });

export const listNews = route({
  method: 'GET',
  path: '/festivals/:festivalId/news',
  permission: 'public',
  summary: 'The festival’s hundred latest news, those that are pinned first',
  params: InFestival,
  response: z.array(News),
  errors: ['general.not_found'],
});

export const listNewsDrafts = route({
  method: 'GET',
  path: '/festivals/:festivalId/news/all',
  permission: 'festival.edit',
  summary: 'All news: also drafts, and what is to be published later',
  params: InFestival,
  response: z.array(News),
});

export const createNews = route({
  method: 'POST',
  path: '/festivals/:festivalId/news',
  permission: 'festival.edit',
  idempotent: true,
  summary: 'Write a piece of news, as a draft or published',
  params: InFestival,
  body: NewNews,
  response: News,
  status: 201,
});

export const updateNews = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/news/:newsId',
  permission: 'festival.edit',
  summary: 'Change a piece of news; `version` is the one that the change was made from',
  params: OnNews,
  body: z.object({ version: z.int().min(1), changes: z.object(fields).partial() }),
  response: News,
  errors: ['general.not_found', 'general.conflict'],
});

export const deleteNews = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/news/:newsId',
  permission: 'festival.edit',
  summary: 'Take a piece of news away',
  params: OnNews,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreNews = route({
  method: 'POST',
  path: '/festivals/:festivalId/news/:newsId/restoration',
  permission: 'festival.edit',
  summary: 'Bring a piece of news back that was taken away, as it was',
  params: OnNews,
  response: News,
  errors: ['general.not_found', 'general.conflict'],
});
