import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFestival } from '../../festival/testing.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { programmeModule } from '../module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
});
afterAll(() => api.stop());

async function planned() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'DRAFT' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] });
  const stage = await client.programme.createStage({ params, body: { name: 'Brume' } });
  const set = (title: string, hour: number, status: 'CONFIRMED' | 'PENDING' | 'CANCELLED') =>
    client.programme.createSlot({
      params,
      body: {
        stageId: stage.id,
        title,
        status,
        announcement: 'SECRET',
        startsAt: `2040-07-13T${hour}:00:00.000Z`,
        endsAt: `2040-07-13T${hour}:45:00.000Z`,
      },
    });
  await set('Secret one', 18, 'CONFIRMED');
  await set('Maybe one', 19, 'PENDING');
  await set('Gone one', 20, 'CANCELLED');
  return { festivalId, params, client };
}

test('the crew’s calendar has what is sure and what is pending, for whoever has its address, until it is revoked', async () => {
  const { params, client } = await planned();
  const made = await client.programme.createCrewFeed({ params, body: { name: 'Stage crew' } });
  const read = () => fetch(api.url + made.path);
  const answer = await read();
  const text = await answer.text();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect([text.includes('Secret one'), text.includes('Maybe one'), text.includes('Gone one')]).toEqual([
    true,
    true,
    false,
  ]);
  const again = await fetch(api.url + made.path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);

  const [listed] = await client.programme.listCrewFeeds({ params });
  expect(listed).toMatchObject({ id: made.id, name: 'Stage crew' });
  expect(listed?.usedAt).not.toBeNull();
  expect(JSON.stringify(listed)).not.toContain(made.path.split('/').at(-2));

  await client.programme.revokeCrewFeed({ params: { ...params, feedId: made.id } });
  expect((await read()).status).toBe(404);
  expect(await client.programme.listCrewFeeds({ params })).toEqual([]);
  expect(await refusalOf(client.programme.revokeCrewFeed({ params: { ...params, feedId: made.id } }))).toMatchObject({
    status: 404,
  });
});

test('another festival’s secret, a wrong one and no editor are turned away', async () => {
  const [mine, theirs] = [await planned(), await planned()];
  const made = await mine.client.programme.createCrewFeed({ params: mine.params, body: { name: 'Crew' } });
  const elsewhere = made.path.replace(mine.festivalId, theirs.festivalId);
  const wrong = made.path.replace(/.{43}(?=\/programme\.ics)/, 'A'.repeat(43));
  for (const path of [elsewhere, wrong, made.path.replace('/crew/', '/crew/x')])
    expect((await fetch(api.url + path)).status).toBe(404);
  expect(
    await refusalOf(theirs.client.programme.revokeCrewFeed({ params: { ...theirs.params, feedId: made.id } })),
  ).toMatchObject({ status: 404 });
  const { client } = await api.person({ roles: [{ festivalId: mine.festivalId, role: 'STAFF' }] });
  expect(await refusalOf(client.programme.createCrewFeed({ params: mine.params, body: { name: 'x' } }))).toMatchObject({
    status: 403,
  });
  expect(await refusalOf(client.programme.listCrewFeeds({ params: mine.params }))).toMatchObject({ status: 403 });
});
