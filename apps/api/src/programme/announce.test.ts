/** Artists before their times: who is on the line-up though no set is public, from when, and who is named nowhere. */
import { Role } from '@festivals/domain/identity/roles';
import { api as wholeApi } from '@festivals/domain';
import type { ArtistAnnouncement } from '@festivals/domain/programme/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertFestival, type Inserted } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const hour = 3_600_000;
let api: TestApi;
let params: { festivalId: Inserted['id'] };
let programme: Awaited<ReturnType<TestApi['person']>>['client']['programme'];
let stageId: string;
/** By how much the API's clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  api = await startApi({ clock: { now: () => new Date(Date.now() + ahead) } });
});
afterAll(() => api.stop());
beforeEach(async () => {
  ahead = 0;
  params = { festivalId: (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id };
  programme = (await api.person({ roles: [{ ...params, role: 'PROGRAMMER' }] })).client.programme;
  stageId = (await programme.createStage({ params, body: { name: 'Main' } })).id;
});

const later = (ms: number) => new Date(Date.now() + ms).toISOString();
const add = (name: string, announcement?: ArtistAnnouncement, revealsAt: string | null = null) =>
  programme.createArtist({ params, body: { name, revealsAt, ...(announcement && { announcement }) } });
const play = (artistId: string, from: number, more: object = {}) =>
  programme.createSlot({
    params,
    body: {
      stageId,
      artistId,
      startsAt: new Date(Date.UTC(2040, 6, 13, from)).toISOString(),
      endsAt: new Date(Date.UTC(2040, 6, 13, from + 1)).toISOString(),
      status: 'CONFIRMED',
      ...more,
    },
  });
const site = () => api.client('site').programme;
const lineUp = () => site().getLineUp({ params });
const named = async () => (await lineUp()).artists.map(({ name }) => name);
const page = (artistSlug: string) => site().getPublicArtist({ params: { ...params, artistSlug } });
const change = (artist: { id: string; version: number }, changes: object) =>
  programme.updateArtist({
    params: { ...params, artistId: artist.id },
    body: { version: artist.version, changes },
  });
const announce = (
  artists: readonly { id: string; version: number }[],
  announcement: ArtistAnnouncement,
  revealsAt: string | null = null,
) =>
  programme.announceArtists({
    params,
    body: { announcement, revealsAt, artists: artists.map(({ id, version }) => ({ artistId: id, version })) },
  });

/** Everything that anybody may read of a festival by its id alone. */
async function everythingPublic(): Promise<string> {
  const paths = Object.values(wholeApi)
    .flatMap((routes) => Object.values(routes))
    .filter(
      ({ method, permission, path }) => method === 'GET' && permission === 'public' && !/:(?!festivalId)/.test(path),
    )
    .map(({ path }) => path.replace(':festivalId', params.festivalId));
  expect(paths.length).toBeGreaterThan(10);
  for (const end of ['/programme', '/line-up', '.ics', '.xml', '.json'])
    expect(paths.some((path) => path.endsWith(end))).toBe(true);
  const answers = await Promise.all(paths.map(async (path) => (await fetch(api.url + path)).text()));
  return answers.join('\n');
}

describe('an artist without a public set', () => {
  test('is known to nobody, until they are announced; then everywhere, and their secret set is told nowhere', async () => {
    const alba = await add('Alba');
    const brume = await add('Brume');
    const secret = await play(alba.id, 18, { announcement: 'SECRET', title: 'Sunrise special' });
    await play(brume.id, 20, { status: 'PENDING' });
    expect(await everythingPublic()).not.toMatch(/Alba|Brume|Sunrise/);
    expect(await refusalOf(page('alba'))).toMatchObject({ status: 404 });

    await change(alba, { announcement: 'ANNOUNCED' });
    expect(await lineUp()).toMatchObject({ artists: [{ name: 'Alba' }], slots: [] });
    expect(await page('alba')).toMatchObject({ name: 'Alba' });
    const all = await everythingPublic();
    expect(all).toContain('Alba');
    for (const kept of ['Brume', 'Sunrise', secret.id, brume.id]) expect(all).not.toContain(kept);
    // Nor by what is said of them in the office.
    expect(JSON.stringify([await lineUp(), await page('alba')])).not.toMatch(/announcement|reveals/);
  });

  test('may be somebody’s favourite, as nobody may be who is not announced', async () => {
    const [alba, brume] = [await add('Alba', 'ANNOUNCED'), await add('Brume')];
    const { client } = await api.person({});
    const changedAt = later(-hour);
    const kept = await client.programme.joinFavourites({
      params,
      body: {
        favourites: [alba, brume].map(({ id }) => ({ kind: 'artist' as const, id, chosen: true, changedAt })),
      },
    });
    expect(kept.map(({ id }) => id)).toEqual([alba.id]);
  });

  test('is taken back, and is as unknown as before', async () => {
    const alba = await add('Alba', 'ANNOUNCED');
    await change(alba, { announcement: 'BY_SETS' });
    expect(await everythingPublic()).not.toContain('Alba');
  });

  test('stands on the line-up of a festival that is called off as in any other; of a draft, for nobody', async () => {
    await add('Alba', 'ANNOUNCED');
    await api.ownerPool.query(`update festival set status = 'CANCELLED' where id = $1`, [params.festivalId]);
    expect(await named()).toEqual(['Alba']);
    await api.ownerPool.query(`update festival set status = 'DRAFT', published_at = null where id = $1`, [
      params.festivalId,
    ]);
    expect(await refusalOf(lineUp())).toMatchObject({ status: 404 });
  });
});

test('what was public before there were announcements is public still, and all of it', async () => {
  const [alba, brume] = [await add('Alba'), await add('Brume')];
  await play(alba.id, 18);
  const off = await play(brume.id, 20);
  await programme.updateSlot({
    params: { ...params, slotId: off.id },
    body: { version: off.version, changes: { status: 'CANCELLED' } },
  });
  const { artists, slots } = await lineUp();
  expect(artists.map(({ name }) => name)).toEqual(['Alba', 'Brume']);
  expect(slots.map(({ artistId, status }) => [artistId, status])).toEqual([
    [alba.id, 'CONFIRMED'],
    [brume.id, 'CANCELLED'],
  ]);
});

describe('who is held back', () => {
  test('is named nowhere: their sets say that somebody plays, and so do those that they share', async () => {
    const [alba, brume, cirrus] = [await add('Alba', 'HELD_BACK'), await add('Brume'), await add('Cirrus')];
    await play(alba.id, 18, { title: 'Alba: ten years' });
    await play(brume.id, 20, { withArtistIds: [alba.id] });
    await play(cirrus.id, 22);
    const off = await play(alba.id, 16);
    await programme.updateSlot({
      params: { ...params, slotId: off.id },
      body: { version: off.version, changes: { status: 'CANCELLED' } },
    });
    const { artists, slots } = await lineUp();
    expect(artists.map(({ name }) => name)).toEqual(['Cirrus']);
    expect(slots.map(({ artistId, withArtistIds, title }) => [artistId, withArtistIds, title])).toEqual([
      [null, [], null],
      [null, [], null],
      [null, [], null],
      [cirrus.id, [], null],
    ]);
    const all = await everythingPublic();
    expect(all).not.toMatch(/Alba|Brume/);
    expect(all).not.toContain(alba.id);
    expect(all).toContain('TBA');
    expect(await refusalOf(page('alba'))).toMatchObject({ status: 404 });
  });

  test('is named with their sets as soon as that is over', async () => {
    const alba = await add('Alba', 'HELD_BACK');
    await play(alba.id, 18);
    await change(alba, { announcement: 'BY_SETS' });
    const { artists, slots } = await lineUp();
    expect([artists.map(({ name }) => name), slots.map(({ artistId }) => artistId)]).toEqual([['Alba'], [alba.id]]);
  });
});

describe('an announcement for later', () => {
  test('comes at its moment, of who has no set and of who was held back', async () => {
    const at = later(hour);
    await add('Alba', 'BY_SETS', at);
    const brume = await add('Brume', 'HELD_BACK', at);
    await play(brume.id, 18);
    ahead = hour / 2;
    expect(await everythingPublic()).not.toMatch(/Alba|Brume/);
    ahead = hour;
    expect(await named()).toEqual(['Alba', 'Brume']);
    expect((await lineUp()).slots).toMatchObject([{ artistId: brume.id }]);
    const feed = await (await site().feedProgrammeJson({ params })).text();
    expect(feed).toContain('Brume');
    expect(feed).not.toContain('TBA');
  });

  test('names no set that was cancelled before it', async () => {
    const alba = await add('Alba', 'HELD_BACK', later(hour));
    const off = await play(alba.id, 18);
    await programme.updateSlot({
      params: { ...params, slotId: off.id },
      body: { version: off.version, changes: { status: 'CANCELLED' } },
    });
    ahead = hour;
    const { artists, slots } = await lineUp();
    expect([artists.map(({ name }) => name), slots.map(({ artistId }) => artistId)]).toEqual([['Alba'], [null]]);
  });
});

describe('many artists at once', () => {
  test('are announced, each a version on and each with its own past', async () => {
    const artists = [await add('Alba'), await add('Brume'), await add('Cirrus')];
    const told = await announce(artists.slice(0, 2), 'ANNOUNCED');
    expect(told).toMatchObject([
      { name: 'Alba', announcement: 'ANNOUNCED', version: 2 },
      { name: 'Brume', announcement: 'ANNOUNCED', version: 2 },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/rider|bio|guestQuota/);
    expect(await named()).toEqual(['Alba', 'Brume']);
    const { rows } = await api.ownerPool.query(
      `select subject_id, before ->> 'announcement' as was, after ->> 'announcement' as is from event
       where festival_id = $1 and name = 'programme.artist_changed' order by subject_id`,
      [params.festivalId],
    );
    const [first, second] = artists.map(({ id }) => id).toSorted();
    expect(rows).toEqual([first, second].map((id) => ({ subject_id: id, was: 'BY_SETS', is: 'ANNOUNCED' })));
  });

  test('are all announced or none: not where one was changed meanwhile, or is not there', async () => {
    const [alba, brume] = [await add('Alba'), await add('Brume')];
    await change(brume, { genres: ['dub'] });
    expect(await refusalOf(announce([alba, brume], 'ANNOUNCED'))).toMatchObject({ name: 'CONFLICT' });
    expect(await refusalOf(announce([alba, { id: v7(), version: 1 }], 'ANNOUNCED'))).toMatchObject({ status: 404 });
    const { id: elsewhere } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    const other = (await api.person({ roles: [{ festivalId: elsewhere, role: 'ORGANISER' }] })).client.programme;
    const theirs = await other.createArtist({ params: { festivalId: elsewhere }, body: { name: 'Theirs' } });
    expect(await refusalOf(announce([alba, theirs], 'ANNOUNCED'))).toMatchObject({ status: 404 });
    expect(await named()).toEqual([]);
  });

  test('once each, in words and moments that there are', async () => {
    const alba = await add('Alba');
    const send = async (body: unknown) => {
      const { token } = await api.person({ roles: [{ ...params, role: 'PROGRAMMER' }] });
      const answer = await fetch(`${api.url}/festivals/${params.festivalId}/artists/announcements`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.status;
    };
    const one = { artistId: alba.id, version: 1 };
    for (const bad of [
      null,
      { artists: [one] },
      { artists: [], announcement: 'ANNOUNCED' },
      { artists: [one, one], announcement: 'ANNOUNCED' },
      { artists: [one, { ...one, artistId: one.artistId.toUpperCase() }], announcement: 'ANNOUNCED' },
      { artists: [{ ...one, artistId: '\u0000' }], announcement: 'ANNOUNCED' },
      { artists: [one], announcement: 'OPEN' },
      { artists: [one], announcement: 'BY_SETS', revealsAt: 'tomorrow' },
      { artists: Array.from({ length: 1001 }, () => ({ artistId: v7(), version: 1 })), announcement: 'ANNOUNCED' },
    ])
      expect(await send(bad)).toBe(400);
    expect(await send({ artists: [one], announcement: 'ANNOUNCED' })).toBe(200);
  });

  test.each(Role.options)('by whoever edits the programme: %s', async (role) => {
    const alba = await add('Alba');
    const { client } = await api.person({ roles: [{ ...params, role }] });
    const answer = client.programme.announceArtists({
      params,
      body: { announcement: 'ANNOUNCED', artists: [{ artistId: alba.id, version: 1 }] },
    });
    if (role === 'ORGANISER' || role === 'PROGRAMMER') expect(await answer).toHaveLength(1);
    else expect(await refusalOf(answer)).toMatchObject({ status: 403 });
  });
});

test('whoever is taken away and brought back is announced as they were', async () => {
  const at = later(hour);
  const alba = await add('Alba', 'HELD_BACK', at);
  const onArtist = { ...params, artistId: alba.id };
  await programme.deleteArtist({ params: onArtist, query: { version: alba.version } });
  expect(await programme.restoreArtist({ params: onArtist })).toMatchObject({
    announcement: 'HELD_BACK',
    revealsAt: at,
  });
  // Of an artist who went before there were announcements nothing of the kind is known.
  await programme.deleteArtist({ params: onArtist, query: { version: 2 } });
  await api.ownerPool.query(
    `update event set before = before - 'announcement' - 'revealsAt'
     where festival_id = $1 and subject_id = $2 and name = 'programme.artist_deleted'`,
    [params.festivalId, alba.id],
  );
  expect(await programme.restoreArtist({ params: onArtist })).toMatchObject({
    announcement: 'BY_SETS',
    revealsAt: null,
  });
});

test('a line-up that is announced is not missing from the checklist, though it has no times', async () => {
  const { client } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const advice = async () => (await client.festival.getReadiness({ params })).advice;
  const alba = await add('Alba');
  expect(await advice()).toContain('programme');
  const planned = await change(alba, { revealsAt: later(hour) });
  expect(await advice()).not.toContain('programme');
  await change(planned, { announcement: 'ANNOUNCED', revealsAt: null });
  expect(await advice()).not.toContain('programme');
});

test('the list of artists goes out with how each stands in the public’s eyes, and is narrowed by it', async () => {
  await add('Alba', 'ANNOUNCED');
  await add('Brume', 'HELD_BACK', later(hour));
  await add('Cirrus');
  const { client } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const rows = async (only?: string) => {
    const file = await client.lists.exportList({
      params: { ...params, list: 'artists' },
      query: { mark: false, ...(only !== undefined && { only }) },
    });
    return (await file.text())
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(',')[0]);
  };
  expect(await rows()).toEqual(['Alba', 'Brume', 'Cirrus']);
  expect(await rows('announced')).toEqual(['Alba']);
  expect(await rows('planned')).toEqual(['Brume']);
  expect(await rows('notAnnounced')).toEqual(['Brume', 'Cirrus']);
});
