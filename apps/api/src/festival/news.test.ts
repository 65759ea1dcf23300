import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { failureOf, insertFestival } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function opened() {
  const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { client } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
  return { id, params: { festivalId: id }, client, visitor: api.client('site') };
}
const at = (publishedAt: string | null, title: string, pinned = false) => ({
  title: { en: title },
  body: { en: '**Soon.**' },
  pinned,
  publishedAt,
});
/** So many days from now, in whole seconds. */
const daysFromNow = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + days * 86_400_000).toISOString();
const titles = (news: readonly { title: { en?: string | undefined } }[]) => news.map(({ title }) => title.en);

test('is seen by everyone from its publication on, what is pinned first', async () => {
  const { params, client, visitor } = await opened();
  for (const body of [
    at(daysFromNow(-30), 'Older', true),
    at(daysFromNow(-3), 'Newer'),
    at(daysFromNow(30), 'To come'),
    at(null, 'Draft'),
  ])
    await client.festival.createNews({ params, body });
  expect(titles(await visitor.festival.listNews({ params }))).toEqual(['Older', 'Newer']);
  expect(titles(await client.festival.listNewsDrafts({ params }))).toEqual(['Draft', 'To come', 'Newer', 'Older']);
});

test('is changed and taken away by whoever read its last version', async () => {
  const { id, params, client, visitor } = await opened();
  const news = await client.festival.createNews({ params, body: at(null, 'Line-up') });
  const onNews = { ...params, newsId: news.id };
  const publishedAt = daysFromNow(-1);
  const changed = await client.festival.updateNews({ params: onNews, body: { version: 1, changes: { publishedAt } } });
  expect(changed).toEqual({ ...news, publishedAt, version: 2 });
  const stale = { version: 1, changes: { pinned: true } };
  expect(await failureOf(client.festival.updateNews({ params: onNews, body: stale }))).toMatchObject({
    name: 'CONFLICT',
  });
  expect(await failureOf(client.festival.deleteNews({ params: onNews, query: { version: 1 } }))).toMatchObject({
    name: 'CONFLICT',
  });
  await client.festival.deleteNews({ params: onNews, query: { version: 2 } });
  expect(await visitor.festival.listNews({ params })).toEqual([]);
  expect(await failureOf(client.festival.updateNews({ params: onNews, body: stale }))).toMatchObject({ status: 404 });
  const { rows } = await api.ownerPool.query('select name from event where festival_id = $1 order by seq', [id]);
  expect(rows.map(({ name }) => name)).toEqual([
    'festival.news_created',
    'festival.news_changed',
    'festival.news_deleted',
  ]);
});

test('comes back as it was, once, to where it was taken away', async () => {
  const { params, client, visitor } = await opened();
  const news = await client.festival.createNews({ params, body: at(daysFromNow(-1), 'Line-up', true) });
  const onNews = { ...params, newsId: news.id };
  const restore = (whose = client) => failureOf(whose.festival.restoreNews({ params: onNews }));
  expect(await restore()).toMatchObject({ name: 'CONFLICT' });
  await client.festival.deleteNews({ params: onNews, query: { version: 1 } });
  const other = await opened();
  const elsewhere = { ...other.params, newsId: news.id };
  expect(await failureOf(other.client.festival.restoreNews({ params: elsewhere }))).toMatchObject({ status: 404 });
  const { client: programmer } = await api.person({ roles: [{ festivalId: params.festivalId, role: 'PROGRAMMER' }] });
  expect(await restore(programmer)).toMatchObject({ status: 403 });
  const many = await Promise.all([restore(), restore(), restore()]);
  expect(many.filter((failure) => failure === undefined)).toHaveLength(1);
  expect(await visitor.festival.listNews({ params })).toEqual([{ ...news, version: 3 }]);
});

test('of another festival is not to be found', async () => {
  const [mine, theirs] = [await opened(), await opened()];
  const news = await theirs.client.festival.createNews({ params: theirs.params, body: at(null, 'Secret') });
  const params = { ...mine.params, newsId: news.id };
  expect(await failureOf(mine.client.festival.updateNews({ params, body: { version: 1, changes: {} } }))).toMatchObject(
    { status: 404 },
  );
  expect(await failureOf(theirs.client.festival.listNewsDrafts({ params: mine.params }))).toMatchObject({
    status: 403,
  });
});

test.each([
  { ...at(null, ''), title: {} },
  { ...at(null, 'x'.repeat(161)) },
  { ...at(null, 'a\u0000b') },
  { ...at('tomorrow', 'When?') },
  { ...at(null, 'Pin'), pinned: 'yes' },
])('is refused when it makes no sense: %#', async (body) => {
  const { params, client } = await opened();
  expect(await failureOf(client.festival.createNews({ params, body: body as never }))).toMatchObject({
    name: 'VALIDATION_FAILED',
  });
});

test('written twice with one key is written once', async () => {
  const { params, client } = await opened();
  const key = { idempotencyKey: v7() };
  const body = at(null, 'Once');
  const [one, other] = [
    await client.festival.createNews({ params, body }, key),
    await client.festival.createNews({ params, body }, key),
  ];
  expect(other).toEqual(one);
  expect(await client.festival.listNewsDrafts({ params })).toHaveLength(1);
});
