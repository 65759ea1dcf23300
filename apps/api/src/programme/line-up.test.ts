import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { programmeModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
});
afterAll(() => api.stop());

/** A published festival with an artist who plays openly, one whose set is to be announced, and a secret one. */
async function planned() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { programme } = (await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] })).client;
  const stage = await programme.createStage({ params, body: { name: 'Brume' } });
  const artist = (name: string, sortName: string | null = null) =>
    programme.createArtist({
      params,
      body: {
        name,
        sortName,
        bio: { en: `About ${name}` },
        links: [{ kind: 'SITE', url: 'https://artist.example/' }],
        rider: 'Two towels',
      },
    });
  const [open, unnamed, secret] = [
    await artist('The Anodes', 'Anodes, The'),
    await artist('Unnamed'),
    await artist('Secret'),
  ];
  const set = (
    artistId: string,
    hour: number,
    announcement: 'OPEN' | 'TBA' | 'SECRET',
    status = 'CONFIRMED' as const,
  ) =>
    programme.createSlot({
      params,
      body: {
        stageId: stage.id,
        artistId,
        status,
        announcement,
        startsAt: `2040-07-13T${hour}:00:00.000Z`,
        endsAt: `2040-07-13T${hour}:45:00.000Z`,
      },
    });
  await set(open.id, 18, 'OPEN');
  await set(unnamed.id, 19, 'TBA');
  const hidden = await set(secret.id, 20, 'SECRET');
  return { festivalId, params, programme, open, unnamed, secret, hidden };
}

test('a line-up tells what everyone may know, without long texts and without what is the team’s', async () => {
  const { params, open } = await planned();
  const lineUp = await api.client('site').programme.getLineUp({ params });
  expect(lineUp.artists).toEqual([
    {
      id: open.id,
      name: 'The Anodes',
      sortName: 'Anodes, The',
      slug: 'the-anodes',
      country: null,
      genres: [],
      billing: 4,
      picture: null,
    },
  ]);
  expect(lineUp.slots.map(({ artistId, title }) => [artistId, title])).toEqual([
    [open.id, null],
    [null, null],
  ]);
  expect(JSON.stringify(lineUp)).not.toMatch(/About|towels|ecret|nnamed/);
});

test('an artist’s page is there once everyone may know of them, and not before', async () => {
  const { params, programme, hidden } = await planned();
  const site = api.client('site').programme;
  const read = (artistSlug: string) => site.getPublicArtist({ params: { ...params, artistSlug } });
  expect(await read('the-anodes')).toMatchObject({
    name: 'The Anodes',
    bio: { en: 'About The Anodes' },
    links: [{ kind: 'SITE', url: 'https://artist.example/' }],
  });
  expect(JSON.stringify(await read('the-anodes'))).not.toContain('towels');
  for (const slug of ['unnamed', 'secret', 'nobody', 'x'.repeat(80)])
    expect(await refusalOf(read(slug))).toMatchObject({ status: 404 });
  for (const slug of ['%00', 'A', 'a--b', 'x'.repeat(81)])
    expect(
      (await fetch(`${api.url}/festivals/${params.festivalId}/programme/artists/${slug}`)).status,
    ).toBeGreaterThanOrEqual(400);

  await programme.updateSlot({
    params: { ...params, slotId: hidden.id },
    body: { version: hidden.version, changes: { announcement: 'OPEN' } },
  });
  expect(await read('secret')).toMatchObject({ name: 'Secret' });
});

test('a draft’s line-up is its team’s alone', async () => {
  const { id: festivalId } = await insertFestival(api.ownerPool, {});
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'STAFF' }] });
  expect(await client.programme.getLineUp({ params })).toEqual({ stages: [], artists: [], slots: [] });
  const { programme } = api.client('site');
  expect(await refusalOf(programme.getLineUp({ params }))).toMatchObject({ status: 404 });
  expect(await refusalOf(programme.getPublicArtist({ params: { ...params, artistSlug: 'a' } }))).toMatchObject({
    status: 404,
  });
});
