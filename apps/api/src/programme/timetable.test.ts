/** What planning a stage takes: what is told to whom and when, takeovers, several artists, and what only finance may know. */
import { FestivalId } from '@festivals/domain/primitives';
import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { identityModule } from '../identity/module.ts';
import { placesModule } from '../places/module.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { programmeModule } from './module.ts';

let api: TestApi;
let festivalId: FestivalId;
let params: { festivalId: FestivalId };
let programme: Awaited<ReturnType<TestApi['person']>>['client']['programme'];
let stageId: string;
let [alba, brume] = ['', ''];

beforeAll(async () => {
  api = await startApi({ modules: [identityModule, programmeModule, placesModule] });
});
afterAll(() => api.stop());
beforeEach(async () => {
  festivalId = FestivalId.parse((await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id);
  params = { festivalId };
  programme = (await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] })).client.programme;
  stageId = (await programme.createStage({ params, body: { name: 'Main' } })).id;
  alba = (await programme.createArtist({ params, body: { name: 'Alba', sortName: 'Zalba' } })).id;
  brume = (await programme.createArtist({ params, body: { name: 'Brume' } })).id;
});

const clock = (hour: number, minute = 0) => new Date(Date.UTC(2040, 6, 13, hour, minute)).toISOString();
const put = (from: number, to: number, more: object = {}) =>
  programme.createSlot({
    params,
    body: { stageId, artistId: alba, startsAt: clock(from), endsAt: clock(to), status: 'CONFIRMED', ...more },
  });
const change = (slot: { id: string; version: number }, changes: object) =>
  programme.updateSlot({ params: { ...params, slotId: slot.id }, body: { version: slot.version, changes } });
const shown = () => api.client('site').programme.getProgramme({ params });

describe('what everyone is told of a set', () => {
  test('nothing while it is secret, until its moment or until somebody says so', async () => {
    const slot = await put(18, 19, { announcement: 'SECRET', revealsAt: clock(0), title: 'Surprise' });
    await put(20, 21, {
      announcement: 'SECRET',
      revealsAt: new Date(Date.now() - 1000).toISOString(),
      artistId: brume,
    });
    const before = await shown();
    expect(before.slots.map(({ artistId }) => artistId)).toEqual([brume]);
    expect(JSON.stringify(before)).not.toMatch(/Alba|Surprise/);
    await change(slot, { announcement: 'OPEN' });
    expect((await shown()).slots.map(({ artistId }) => artistId)).toEqual([alba, brume]);
  });

  test('that somebody plays, while who it is is to be announced', async () => {
    await put(18, 19, { announcement: 'TBA', withArtistIds: [brume], title: 'Guess' });
    await put(20, 21, { announcement: 'TBA', artistId: null });
    const { slots, artists } = await shown();
    expect(slots.map(({ artistId, withArtistIds, title }) => [artistId, withArtistIds, title])).toEqual([
      [null, [], null],
      [null, [], null],
    ]);
    expect(artists).toEqual([]);
  });

  test('no more by the feeds than by the programme', async () => {
    await put(18, 19, { announcement: 'SECRET', title: 'Surprise' });
    await put(20, 21, { announcement: 'TBA', artistId: brume });
    const feed = await (await api.client('site').programme.feedProgrammeJson({ params })).text();
    expect(feed).not.toMatch(/Alba|Brume|Surprise/);
    expect(feed).toContain('TBA');
  });

  test('a title where there is no artist, and everyone who plays together', async () => {
    await put(18, 19, { artistId: null, title: 'Morning yoga' });
    await put(20, 21, { withArtistIds: [brume] });
    const { slots, artists } = await shown();
    expect(slots.map(({ artistId, withArtistIds, title }) => [artistId, withArtistIds, title])).toEqual([
      [null, [], 'Morning yoga'],
      [alba, [brume], null],
    ]);
    expect(artists.map(({ name }) => name)).toEqual(['Brume', 'Alba']);
  });

  test('that it is cancelled, once it was sure; never that of what was not, or was secret', async () => {
    const [sure, maybe, secret] = [
      await put(18, 19),
      await put(19, 20, { status: 'PENDING', artistId: brume }),
      await put(20, 21, { announcement: 'SECRET', artistId: brume, revealsAt: clock(0) }),
    ];
    for (const slot of [sure, maybe, secret]) await change(slot, { status: 'CANCELLED' });
    // Its moment comes after it was cancelled.
    await api.ownerPool.query(
      `update slot set reveals_at = clock_timestamp(), cancelled_at = clock_timestamp() - interval '1 second' where id = $1`,
      [secret.id],
    );
    expect((await shown()).slots.map(({ id, status }) => [id, status])).toEqual([[sure.id, 'CANCELLED']]);
  });
});

describe('a takeover', () => {
  test('overlaps the set that it names, and no other', async () => {
    const under = await put(18, 20);
    const next = await put(20, 21, { artistId: brume });
    const over = await put(19, 20, { artistId: brume, overlaysId: under.id });
    expect((await shown()).slots.find(({ id }) => id === over.id)?.overlaysId).toBe(under.id);
    expect(await refusalOf(put(19, 20))).toMatchObject({ name: 'OVERLAP' });
    expect(await refusalOf(change(over, { endsAt: clock(20, 30) }))).toMatchObject({
      name: 'OVERLAP',
      details: { slotId: over.id, otherId: next.id },
    });
    expect(await refusalOf(change(over, { overlaysId: null }))).toMatchObject({ name: 'OVERLAP' });
    expect(await refusalOf(put(19, 20, { overlaysId: under.id }))).toMatchObject({ details: { otherId: over.id } });
  });

  test('is none of itself, of a takeover, or of what is not there', async () => {
    const under = await put(18, 20);
    const over = await put(19, 20, { artistId: brume, overlaysId: under.id });
    expect(await refusalOf(change(over, { overlaysId: over.id }))).toMatchObject({ name: 'TAKEOVER_IMPOSSIBLE' });
    expect(await refusalOf(put(19, 20, { status: 'PENDING', overlaysId: over.id }))).toMatchObject({
      status: 409,
      name: 'TAKEOVER_IMPOSSIBLE',
    });
    const third = await put(10, 11);
    expect(await refusalOf(change(under, { overlaysId: third.id }))).toMatchObject({ name: 'TAKEOVER_IMPOSSIBLE' });
    expect(await refusalOf(put(19, 20, { overlaysId: v7() }))).toMatchObject({ status: 404 });
  });

  test('stands alone once the set below it is gone', async () => {
    const under = await put(18, 20);
    const over = await put(19, 20, { overlaysId: under.id });
    await programme.deleteSlot({ params: { ...params, slotId: under.id }, query: { version: 1 } });
    const { slots } = await programme.getProgrammeDraft({ params });
    expect(slots.map(({ id, overlaysId }) => [id, overlaysId])).toEqual([[over.id, null]]);
  });

  test('is held to that by the database itself', async () => {
    const under = await put(18, 20);
    const insert = (overlays: string | null) =>
      api.ownerPool.query(
        `insert into slot (festival_id, id, stage_id, artist_id, day, starts_at, ends_at, status, overlays_id)
         values ($1, $2, $3, $4, '2040-07-13', $5, $6, 'CONFIRMED', $7)`,
        [festivalId, v7(), stageId, brume, clock(19), clock(20), overlays],
      );
    await expect(insert(null)).rejects.toThrow('slot_no_overlap');
    await insert(under.id);
    await expect(insert(under.id)).rejects.toThrow('slot_takeovers_apart');
  });
});

test('who plays with somebody else is kept in order, and not taken away', async () => {
  const slot = await put(18, 19, { withArtistIds: [brume] });
  expect(slot.withArtistIds).toEqual([brume]);
  const take = () => programme.deleteArtist({ params: { ...params, artistId: brume }, query: { version: 1 } });
  expect(await refusalOf(take())).toMatchObject({ name: 'IN_USE', details: { sets: 1 } });
  expect(await refusalOf(change(slot, { withArtistIds: [alba] }))).toMatchObject({ name: 'VALIDATION_FAILED' });
  expect(await refusalOf(change(slot, { withArtistIds: [v7()] }))).toMatchObject({ status: 404 });
  expect(await change(slot, { withArtistIds: [] })).toMatchObject({ withArtistIds: [], version: 2 });
  await take();
});

test('a stage keeps its hours', async () => {
  const hours = [{ day: '2040-07-13', opens: '16:00', closes: '02:00' }];
  const body = { version: 1, changes: { hours } };
  expect(await programme.updateStage({ params: { ...params, stageId }, body })).toMatchObject({ hours, version: 2 });
  const twice = { version: 2, changes: { hours: [...hours, ...hours] } };
  expect(await refusalOf(programme.updateStage({ params: { ...params, stageId }, body: twice }))).toMatchObject({
    name: 'VALIDATION_FAILED',
  });
});

test('whoever comes second is told who was first', async () => {
  const slot = await put(18, 19);
  const first = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }], name: 'Maxime' });
  const move = { slotId: slot.id, version: 1, stageId, startsAt: clock(20), endsAt: clock(21) };
  await first.client.programme.moveSlots({ params, body: { moves: [move] } });
  const later = programme.moveSlots({ params, body: { moves: [{ ...move, startsAt: clock(19) }] } });
  expect(await refusalOf(later)).toMatchObject({
    status: 409,
    name: 'CONFLICT',
    details: { slotId: slot.id, version: 2, by: 'Maxime' },
  });
  expect(await refusalOf(change(slot, { title: 'T' }))).toMatchObject({ details: { by: 'Maxime' } });
});

describe('fees', () => {
  const fee = (amount: number | null, version: number) => ({
    params: { ...params, artistId: alba },
    body: { amount, currency: 'EUR' as const, version },
  });
  const finance = async () => (await api.person({ roles: [{ festivalId, role: 'FINANCE' }] })).client.programme;

  test('are agreed anew, each from the one before', async () => {
    const money = await finance();
    expect(await money.listFees({ params })).toEqual([]);
    expect(await money.setFee(fee(123_456_00, 0))).toEqual({
      artistId: alba,
      amount: 123_456_00,
      currency: 'EUR',
      version: 1,
    });
    expect(await refusalOf(money.setFee(fee(1, 0)))).toMatchObject({ name: 'CONFLICT', details: { version: 1 } });
    await money.setFee(fee(null, 1));
    expect(await money.listFees({ params })).toEqual([{ artistId: alba, amount: null, currency: 'EUR', version: 2 }]);
    const onAlba = { ...params, artistId: alba };
    const agreed = { fee: { amount: 123_456_00, currency: 'EUR' } };
    const newest = await money.feeHistory({ params: onAlba, query: { limit: 1 } });
    expect(newest.items).toMatchObject([{ before: agreed, after: { fee: { amount: null, currency: 'EUR' } } }]);
    const rest = await money.feeHistory({ params: onAlba, query: { limit: 5, cursor: newest.next ?? '' } });
    expect(rest).toMatchObject({ items: [{ before: { fee: null }, after: agreed }], next: null });
    expect(await refusalOf(programme.feeHistory({ params: onAlba, query: {} }))).toMatchObject({ status: 403 });
    expect(await refusalOf(money.feeHistory({ params: { ...params, artistId: v7() }, query: {} }))).toMatchObject({
      status: 404,
    });
  });

  test('of two who agree at once one does', async () => {
    const money = await finance();
    const outcomes = await Promise.all([1, 2, 3, 4].map((amount) => failureOf(money.setFee(fee(amount, 0)))));
    expect(outcomes.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(outcomes.flatMap((failure) => failure?.name ?? [])).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
  });

  test.each([
    ['less than nothing', { amount: -1 }],
    ['half a cent', { amount: 0.5 }],
    ['no money at all', { currency: 'XXX' as 'EUR' }],
    ['more than there is', { amount: 100_000_000_01 }],
  ])('are not %s', async (_, wrong) => {
    const money = await finance();
    const { params: where, body } = fee(1, 0);
    expect(await refusalOf(money.setFee({ params: where, body: { ...body, ...wrong } }))).toMatchObject({
      status: 400,
    });
  });

  test('of nobody are not agreed', async () => {
    const money = await finance();
    const { body } = fee(1, 0);
    const nobody = money.setFee({ params: { ...params, artistId: v7() }, body });
    expect(await refusalOf(nobody)).toMatchObject({ status: 404 });
  });

  test('stand in no other answer and in no event', async () => {
    const money = await finance();
    await money.setFee(fee(987_654_32, 0));
    await put(18, 19);
    await programme.updateArtist({
      params: { ...params, artistId: alba },
      body: { version: 1, changes: { billing: 2 } },
    });
    const organiser = (await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] })).client;
    const answers = [
      await programme.getProgrammeDraft({ params }),
      await programme.getArtist({ params: { ...params, artistId: alba } }),
      await shown(),
      await organiser.identity.listAudit({ params, query: {} }),
      (await api.ownerPool.query('select before, after from event where festival_id = $1', [festivalId])).rows,
    ];
    expect(JSON.stringify(answers)).not.toContain('98765432');
    expect(JSON.stringify(answers)).toContain('programme.artist_fee_set');
  });

  test.each(Role.options)('%s sees and agrees them as the role says', async (role) => {
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const sees = await failureOf(client.programme.listFees({ params }));
    const agrees = await failureOf(client.programme.setFee(fee(1, 0)));
    const status = ['ORGANISER', 'FINANCE'].includes(role) ? undefined : 403;
    expect([sees?.status, agrees?.status]).toEqual([status, status]);
  });
});

test.each(Role.options)('%s reads an artist’s rider as the role says', async (role) => {
  const { client } = await api.person({ roles: [{ festivalId, role }] });
  const refused = await failureOf(client.programme.getArtist({ params: { ...params, artistId: alba } }));
  expect(refused?.status).toBe(['ORGANISER', 'PROGRAMMER'].includes(role) ? undefined : 403);
});
