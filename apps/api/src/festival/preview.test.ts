import { previewHeader } from '@festivals/domain/festival/preview-contract';
import { Role } from '@festivals/domain/identity/roles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock } from '../testing/movable-clock.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { failureOf, insertFestival } from './testing.ts';

const clock = movableClock();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ clock, env: { SITE_URL: 'https://site.example' } });
});
afterAll(() => api.stop());

async function draftWithToken() {
  const { id } = await insertFestival(api.ownerPool, { status: 'DRAFT' });
  const { client } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
  const params = { festivalId: id };
  const { url } = await client.festival.getPreview({ params, query: { language: 'fr' } });
  return { params, url: new URL(url), token: new URL(url).searchParams.get('token') ?? '' };
}
const seen = async (params: { festivalId: never } | object, token: string) => {
  const { festival, programme, places, stands } = api.client('site');
  const how = { headers: { [previewHeader]: token } };
  const input = { params: params as never };
  const calls = [
    festival.getFestival(input, how),
    festival.getDetails(input, how),
    festival.listNews(input, how),
    programme.getProgramme(input, how),
    places.listPlaces(input, how),
    stands.listStands(input, how),
  ];
  return Promise.all(calls.map(async (call) => (await failureOf(call))?.status ?? 200));
};
const all = (status: number) => Array.from({ length: 6 }, () => status);

test('lets its bearer look at the draft, for half an hour', async () => {
  const { params, url, token } = await draftWithToken();
  expect(url.origin + url.pathname).toBe(`https://site.example/fr/preview/${params.festivalId}`);
  expect(await seen(params, token)).toEqual(all(200));
  clock.pass(31 * 60);
  expect(await seen(params, token)).toEqual(all(404));
});

test('opens no other festival, and nothing when it was changed', async () => {
  const [mine, theirs] = [await draftWithToken(), await draftWithToken()];
  expect(await seen(theirs.params, mine.token)).toEqual(all(404));
  const [expiry = '', sealed = ''] = mine.token.split('.');
  for (const forged of [
    '',
    '.',
    'x',
    `zzzzzzz.${sealed}`,
    `${expiry}.`,
    `${expiry}.${sealed.slice(1)}`,
    `${mine.token}.x`,
  ])
    expect([forged, await seen(mine.params, forged)]).toEqual([forged, all(404)]);
});

test('lets nobody write', async () => {
  const { params, token } = await draftWithToken();
  const body = { version: 1, changes: { name: 'Mine' } };
  const call = api.client('site').festival.updateFestival({ params, body }, { headers: { [previewHeader]: token } });
  expect((await failureOf(call))?.status).toBe(401);
});

test.each(Role.options)('is made for organisers, not for %s', async (role) => {
  const { id } = await insertFestival(api.ownerPool, { status: 'DRAFT' });
  const { client } = await api.person({ roles: [{ festivalId: id, role }] });
  const call = client.festival.getPreview({ params: { festivalId: id }, query: { language: 'en' } });
  expect((await failureOf(call))?.status).toBe(role === 'ORGANISER' ? undefined : 403);
});
