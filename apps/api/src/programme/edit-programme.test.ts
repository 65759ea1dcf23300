import { FestivalId } from '@festivals/domain/primitives';
import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { placesModule } from '../places/module.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { programmeModule } from './module.ts';

let api: TestApi;
let festivalId: FestivalId;
let params: { festivalId: FestivalId };
let programme: Awaited<ReturnType<TestApi['person']>>['client']['programme'];
let stageId: string;
let artistId: string;

beforeAll(async () => {
  api = await startApi({ modules: [programmeModule, placesModule] });
});
afterAll(() => api.stop());
beforeEach(async () => {
  festivalId = FestivalId.parse((await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id);
  params = { festivalId };
  programme = (await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] })).client.programme;
  stageId = (await programme.createStage({ params, body: { name: 'Brume' } })).id;
  artistId = (await programme.createArtist({ params, body: { name: 'Zoë' } })).id;
});

const clock = (hour: number, minute = 0) => new Date(Date.UTC(2040, 6, 13, hour, minute)).toISOString();
const set = (from: number, to: number, more: object = {}) => ({
  params,
  body: { stageId, artistId, startsAt: clock(from), endsAt: clock(to), status: 'CONFIRMED' as const, ...more },
});
const deeds = async () => {
  const { rows } = await api.ownerPool.query<{ name: string; before: unknown; after: unknown }>(
    `select name, before, after from event where festival_id = $1 order by seq`,
    [festivalId],
  );
  return rows;
};

describe('stages', () => {
  test('are added after the others, renamed, reordered and taken away; every deed is recorded', async () => {
    const second = await programme.createStage({ params, body: { name: 'Grange' } });
    expect(second).toMatchObject({ name: 'Grange', order: 1, placeId: null, version: 1 });
    const ordered = await programme.orderStages({ params, body: { stageIds: [second.id, stageId] } });
    expect(ordered.map(({ id, order }) => [id, order])).toEqual([
      [second.id, 0],
      [stageId, 1],
    ]);
    const named = await programme.updateStage({
      params: { ...params, stageId },
      body: { version: 2, changes: { name: 'Brume 2' } },
    });
    expect(named).toMatchObject({ name: 'Brume 2', order: 1, version: 3 });
    await programme.deleteStage({ params: { ...params, stageId: second.id }, query: { version: 2 } });
    expect((await programme.getProgrammeDraft({ params })).stages).toEqual([named]);
    expect((await deeds()).map(({ name }) => name)).toEqual([
      'programme.stage_created',
      'programme.artist_created',
      'programme.stage_created',
      'programme.stages_ordered',
      'programme.stage_changed',
      'programme.stage_deleted',
    ]);
  });

  test('cannot be ordered by who does not know them all', async () => {
    const order = (stageIds: string[]) => refusalOf(programme.orderStages({ params, body: { stageIds } }));
    await programme.createStage({ params, body: { name: 'Grange' } });
    expect(await order([stageId])).toMatchObject({ status: 409, name: 'CONFLICT' });
    expect(await order([stageId, v7()])).toMatchObject({ name: 'CONFLICT' });
    expect(await order([stageId, stageId])).toMatchObject({ name: 'CONFLICT' });
  });

  test('stand at places of their own festival alone', async () => {
    const other = await insertFestival(api.ownerPool, {});
    const place = async (owner: string) => {
      const id = v7();
      await api.ownerPool.query(
        `insert into place (festival_id, id, kind, name, geometry) values ($1, $2, 'STAGE', '{}', '{"type": "Point", "coordinates": [4, 50]}')`,
        [owner, id],
      );
      return id;
    };
    const [mine, theirs] = [await place(festivalId), await place(other.id)];
    const put = (placeId: string) =>
      programme.updateStage({ params: { ...params, stageId }, body: { version: 1, changes: { placeId } } });
    expect(await refusalOf(put(theirs))).toMatchObject({ status: 404, details: { placeId: theirs } });
    expect(await put(mine)).toMatchObject({ placeId: mine, version: 2 });
  });

  test('with sets are not taken away', async () => {
    const { id, version } = await programme.createSlot(set(18, 19, { status: 'CANCELLED' }));
    const take = () => programme.deleteStage({ params: { ...params, stageId }, query: { version: 1 } });
    expect(await refusalOf(take())).toMatchObject({ status: 409, name: 'IN_USE', details: { sets: 1 } });
    await programme.deleteSlot({ params: { ...params, slotId: id }, query: { version } });
    await take();
    expect((await programme.getProgrammeDraft({ params })).stages).toEqual([]);
  });
});

describe('artists', () => {
  test('have names in any script and an address of their own, which a new name leaves alone', async () => {
    const create = (name: string) => programme.createArtist({ params, body: { name } });
    expect(await create('坂本龍一')).toMatchObject({ name: '坂本龍一', slug: 'artist', billing: 4, links: [] });
    const made = await Promise.all([create('Mø'), create('MO'), create('mo!')]);
    expect(made.map(({ slug }) => slug).toSorted()).toEqual(['mo', 'mo-2', 'mo-3']);
    const body = {
      version: 1,
      changes: {
        name: 'Zoë II',
        country: 'BE',
        genres: ['dub'],
        bio: { fr: 'Fort' },
        links: [{ kind: 'SITE' as const, url: 'https://zoe.example.org/a' }],
        sortName: 'Zoe 2',
        rider: 'Two towels.\nNo celery.',
        guestQuota: 4,
        billing: 1,
      },
    };
    expect(await programme.updateArtist({ params: { ...params, artistId }, body })).toEqual({
      id: artistId,
      announcement: 'BY_SETS',
      revealsAt: null,
      slug: 'zoe',
      ...body.changes,
      picture: null,
      version: 2,
    });
  });

  test('with sets are not taken away, others are', async () => {
    const slot = await programme.createSlot(set(18, 19));
    const take = () => programme.deleteArtist({ params: { ...params, artistId }, query: { version: 1 } });
    expect(await refusalOf(take())).toMatchObject({ status: 409, name: 'IN_USE', details: { sets: 1 } });
    await programme.updateSlot({
      params: { ...params, slotId: slot.id },
      body: { version: 1, changes: { artistId: null, title: 'Secret set' } },
    });
    await take();
    expect((await programme.getProgrammeDraft({ params })).artists).toEqual([]);
  });

  test.each([
    ['a NUL', { name: 'a\u0000b' }],
    ['nothing but spaces', { name: '  ' }],
    ['too much', { name: 'x'.repeat(121) }],
    ['a NUL in the bio', { name: 'x', bio: { en: 'a\u0000' } }],
    ['a country that is none', { name: 'x', country: 'Belgium' }],
    ['a script as a link', { name: 'x', links: [{ kind: 'SITE' as const, url: 'javascript:alert(1)' }] }],
    ['an open address', { name: 'x', links: [{ kind: 'SITE' as const, url: 'http://zoe.example.org' }] }],
    ['another site', { name: 'x', links: [{ kind: 'SPOTIFY' as const, url: 'https://spotify.evil.example/a' }] }],
    ['fewer guests than none', { name: 'x', guestQuota: -1 }],
    ['a rider without end', { name: 'x', rider: 'x'.repeat(10_001) }],
    ['a NUL in the rider', { name: 'x', rider: 'a\u0000' }],
    ['a genre twice', { name: 'x', genres: ['dub', 'dub'] }],
    ['a fifth billing', { name: 'x', billing: 5 }],
  ])('are refused with %s', async (_, body) => {
    expect(await refusalOf(programme.createArtist({ params, body }))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
  });
});

describe('sets', () => {
  test('belong to the festival day of their start, which ends with the night', async () => {
    expect(await programme.createSlot(set(23, 24))).toMatchObject({ day: '2040-07-13', version: 1 });
    const morning = await programme.createSlot(set(28, 29));
    expect(morning.day).toBe('2040-07-14');
    const moved = await programme.updateSlot({
      params: { ...params, slotId: morning.id },
      body: { version: 1, changes: { startsAt: clock(27, 59) } },
    });
    expect(moved).toMatchObject({ day: '2040-07-13', endsAt: clock(29), version: 2 });
  });

  test('are shown to the team whatever their status, and to everyone when they are sure', async () => {
    await programme.createSlot(set(18, 19, { status: 'PENDING' }));
    await programme.createSlot(set(19, 20, { artistId: null, title: 'Secret', announcement: 'SECRET' }));
    const sure = await programme.createSlot(set(20, 21));
    const draft = await programme.getProgrammeDraft({ params });
    expect(draft.slots.map(({ status, title }) => [status, title])).toEqual([
      ['PENDING', null],
      ['CONFIRMED', 'Secret'],
      ['CONFIRMED', null],
    ]);
    const shown = await api.client('site').programme.getProgramme({ params });
    expect(shown.slots.map(({ id }) => id)).toEqual([sure.id]);
    expect(JSON.stringify(shown)).not.toContain('Secret');
  });

  test('confirmed on one stage at one time are refused, with what is in the way; pending ones are not', async () => {
    const first = await programme.createSlot(set(18, 20));
    expect(await refusalOf(programme.createSlot(set(19, 21)))).toMatchObject({
      status: 409,
      name: 'OVERLAP',
      details: { otherId: first.id },
    });
    const maybe = await programme.createSlot(set(19, 21, { status: 'PENDING' }));
    const confirm = programme.updateSlot({
      params: { ...params, slotId: maybe.id },
      body: { version: 1, changes: { status: 'CONFIRMED' } },
    });
    expect(await refusalOf(confirm)).toMatchObject({ details: { slotId: maybe.id, otherId: first.id } });
    await programme.createSlot(set(20, 21));
  });

  test('of ten people who want the same hour one gets it, and the others are told by whom', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        programme.createSlot(set(18, 19)).then(
          ({ id }) => ({ id }),
          (error: { name: string; details: { otherId: string } }) => ({
            name: error.name,
            otherId: error.details.otherId,
          }),
        ),
      ),
    );
    const winners = outcomes.filter((one) => 'id' in one);
    expect(winners).toHaveLength(1);
    const refused = { name: 'OVERLAP', otherId: winners[0]?.id };
    expect(outcomes.filter((one) => 'name' in one)).toEqual(Array.from({ length: 9 }, () => refused));
  });

  test.each([
    ['that end before they start', { endsAt: clock(17) }],
    ['that end when they start', { endsAt: clock(18) }],
    ['longer than a day', { endsAt: clock(43) }],
    ['of nobody', { artistId: null }],
    ['with a NUL', { title: 'a\u0000' }],
    ['of somebody twice', { withArtistIds: [v7(), v7()].fill('01890000-0000-7000-8000-000000000000') }],
    ['of others without a first', { artistId: null, title: 'x', withArtistIds: [v7()] }],
    ['with a set-up of a day', { setupMinutes: 1440 }],
    ['with half a minute of tear-down', { teardownMinutes: 0.5 }],
    ['with a title without end', { title: 'x'.repeat(121) }],
    ['at no time', { startsAt: 'tonight' }],
    ['in a year that no database has', { startsAt: '0000-01-01T00:00:00Z', endsAt: '0000-01-01T01:00:00Z' }],
  ])('%s are refused', async (_, more) => {
    expect(await refusalOf(programme.createSlot(set(18, 19, more)))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
  });

  test('are not bent into nonsense by a change of one field', async () => {
    const { id } = await programme.createSlot(set(18, 19));
    const change = (changes: object) =>
      refusalOf(programme.updateSlot({ params: { ...params, slotId: id }, body: { version: 1, changes } }));
    expect(await change({ endsAt: clock(18) })).toMatchObject({
      name: 'VALIDATION_FAILED',
      details: { issues: [{ path: 'changes.endsAt', message: 'impossible_times' }] },
    });
    expect(await change({ artistId: null })).toMatchObject({ name: 'VALIDATION_FAILED' });
    expect(await change({ artistId: v7() })).toMatchObject({ status: 404 });
    expect(await change({ stageId: v7() })).toMatchObject({ status: 404 });
  });
});

describe('moves', () => {
  test('swap two confirmed sets in one deed, and back', async () => {
    const [a, b] = [await programme.createSlot(set(18, 19)), await programme.createSlot(set(19, 20))];
    const move = (slotId: string, version: number, from: number) => ({
      slotId,
      version,
      stageId,
      startsAt: clock(from),
      endsAt: clock(from + 1),
    });
    const alone = programme.moveSlots({ params, body: { moves: [move(a.id, 1, 19)] } });
    expect(await refusalOf(alone)).toMatchObject({ name: 'OVERLAP', details: { slotId: a.id, otherId: b.id } });
    const swapped = await programme.moveSlots({ params, body: { moves: [move(a.id, 1, 19), move(b.id, 1, 18)] } });
    expect(swapped.map(({ id, version }) => [id, version])).toEqual([
      [b.id, 2],
      [a.id, 2],
    ]);
    await programme.moveSlots({ params, body: { moves: [move(a.id, 2, 18), move(b.id, 2, 19)] } });
    const { slots } = await programme.getProgrammeDraft({ params });
    expect(slots.map(({ id }) => id)).toEqual([a.id, b.id]);
    expect((await deeds()).filter(({ name }) => name === 'programme.slot_moved')).toHaveLength(4);
  });

  test('are made all or none', async () => {
    const [a, b] = [await programme.createSlot(set(18, 19)), await programme.createSlot(set(20, 21))];
    const later = (slotId: string, version: number, from: number) => ({
      slotId,
      version,
      stageId,
      startsAt: clock(from),
      endsAt: clock(from, 30),
    });
    const stale = programme.moveSlots({ params, body: { moves: [later(a.id, 1, 10), later(b.id, 7, 11)] } });
    expect(await refusalOf(stale)).toMatchObject({ name: 'CONFLICT', details: { slotId: b.id, version: 1 } });
    const unknown = programme.moveSlots({ params, body: { moves: [later(a.id, 1, 10), later(v7(), 1, 11)] } });
    expect(await refusalOf(unknown)).toMatchObject({ status: 404 });
    const twice = programme.moveSlots({ params, body: { moves: [later(a.id, 1, 10), later(a.id, 1, 11)] } });
    expect(await refusalOf(twice)).toMatchObject({ name: 'VALIDATION_FAILED' });
    expect((await programme.getProgrammeDraft({ params })).slots).toEqual([a, b]);
  });
});

test('whoever saw an older version is told the present one, and changes nothing', async () => {
  const slot = await programme.createSlot(set(18, 19));
  await programme.updateStage({ params: { ...params, stageId }, body: { version: 1, changes: { name: 'B' } } });
  await programme.updateArtist({ params: { ...params, artistId }, body: { version: 1, changes: { billing: 2 } } });
  await programme.updateSlot({ params: { ...params, slotId: slot.id }, body: { version: 1, changes: { title: 'T' } } });
  const before = await programme.getProgrammeDraft({ params });
  const [stage, artist, set1] = [
    { ...params, stageId },
    { ...params, artistId },
    { ...params, slotId: slot.id },
  ];
  const query = { version: 1 };
  const refusals = [
    programme.updateStage({ params: stage, body: { version: 1, changes: { name: 'C' } } }),
    programme.deleteStage({ params: stage, query }),
    programme.updateArtist({ params: artist, body: { version: 1, changes: { billing: 3 } } }),
    programme.deleteArtist({ params: artist, query }),
    programme.updateSlot({ params: set1, body: { version: 1, changes: { title: 'U' } } }),
    programme.deleteSlot({ params: set1, query }),
  ].map(refusalOf);
  for (const refusal of await Promise.all(refusals))
    expect(refusal).toMatchObject({ status: 409, name: 'CONFLICT', details: { version: 2 } });
  expect(await programme.getProgrammeDraft({ params })).toEqual(before);
});

test('what is not there cannot be changed', async () => {
  const body = { version: 1, changes: {} };
  const refusals = [
    programme.updateStage({ params: { ...params, stageId: v7() }, body }),
    programme.updateArtist({ params: { ...params, artistId: v7() }, body }),
    programme.updateSlot({ params: { ...params, slotId: v7() }, body }),
    programme.deleteSlot({ params: { ...params, slotId: v7() }, query: { version: 1 } }),
  ].map(refusalOf);
  for (const refusal of await Promise.all(refusals)) expect(refusal).toMatchObject({ status: 404 });
});

test.each(Role.options)('%s edits the programme as the role says', async (role) => {
  const { client } = await api.person({ roles: [{ festivalId, role }] });
  const edits = await failureOf(client.programme.createStage({ params, body: { name: 'Bois' } }));
  const reads = await failureOf(client.programme.getProgrammeDraft({ params }));
  expect([edits?.status, reads?.status]).toEqual([
    ['ORGANISER', 'PROGRAMMER'].includes(role) ? undefined : 403,
    role === 'ATTENDEE' ? 403 : undefined,
  ]);
});
