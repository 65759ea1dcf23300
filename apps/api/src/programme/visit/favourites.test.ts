import ICAL from 'ical.js';
import { writeChoice } from '@festivals/domain/programme/visit/choice';
import type { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { insertFestival } from '../../festival/testing.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { programmeModule } from '../module.ts';

let api: TestApi;
let festivalId: FestivalId;
let params: { festivalId: FestivalId };
let artist: string;
const sets: Record<'open' | 'tba' | 'secret' | 'pending' | 'off', string> = {
  open: '',
  tba: '',
  secret: '',
  pending: '',
  off: '',
};
let cancelOff: () => Promise<unknown>;

beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
  ({ id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' }));
  params = { festivalId };
  const { programme } = (await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] })).client;
  const stage = await programme.createStage({
    params,
    body: { name: 'Grande Scène; la „Brume“, sous le grand chapiteau' },
  });
  const made = await programme.createArtist({
    params,
    body: { name: 'Solène Varga', bio: { en: `${'A very long text. '.repeat(20)}\nAnd another line, with; signs.` } },
  });
  artist = made.id;
  const set = async (
    name: keyof typeof sets,
    hour: number,
    announcement: 'OPEN' | 'TBA' | 'SECRET',
    status: 'CONFIRMED' | 'PENDING' = 'CONFIRMED',
  ) => {
    const slot = await programme.createSlot({
      params,
      body: {
        stageId: stage.id,
        artistId: made.id,
        announcement,
        status,
        startsAt: `2040-07-13T${hour}:00:00.000Z`,
        endsAt: `2040-07-13T${hour}:45:00.000Z`,
      },
    });
    sets[name] = slot.id;
    return slot;
  };
  await set('open', 18, 'OPEN');
  await set('tba', 19, 'TBA');
  await set('secret', 20, 'SECRET');
  await set('pending', 21, 'OPEN', 'PENDING');
  const off = await set('off', 22, 'OPEN');
  cancelOff = () =>
    programme.updateSlot({
      params: { ...params, slotId: off.id },
      body: { version: off.version, changes: { status: 'CANCELLED' } },
    });
});
afterAll(() => api.stop());

const at = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
const favourite = (kind: 'artist' | 'set', id: string, chosen: boolean, second: number) => ({
  kind,
  id,
  chosen,
  changedAt: at(second),
});

describe('favourites', () => {
  test('of two devices become one; what was taken back stays so, whoever speaks last', async () => {
    const { client } = await api.person({});
    const join = (...favourites: ReturnType<typeof favourite>[]) =>
      client.programme.joinFavourites({ params, body: { favourites } });
    const read = () => client.programme.getFavourites({ params });
    expect(await read()).toEqual([]);
    const phone = favourite('set', sets.open, true, 10);
    expect(await join(phone, favourite('artist', artist, true, 11))).toHaveLength(2);
    // The desk took it back later, and says so first or last.
    expect(await join(favourite('set', sets.open, false, 20))).toContainEqual(favourite('set', sets.open, false, 20));
    await join(phone);
    await join(phone, phone);
    expect(await read()).toEqual([favourite('artist', artist, true, 11), favourite('set', sets.open, false, 20)]);
    // At the same moment, to have taken back counts.
    await join(favourite('set', sets.open, true, 20));
    expect((await read())[1]?.chosen).toBe(false);
    await join(favourite('set', sets.open, true, 21), favourite('set', sets.open, false, 5));
    expect((await read())[1]?.chosen).toBe(true);
  });

  test('are mine alone', async () => {
    const [mine, theirs] = [await api.person({}), await api.person({})];
    await mine.client.programme.joinFavourites({
      params,
      body: { favourites: [favourite('set', sets.open, true, 1)] },
    });
    expect(await theirs.client.programme.getFavourites({ params })).toEqual([]);
    await theirs.client.programme.joinFavourites({
      params,
      body: { favourites: [favourite('set', sets.open, false, 9)] },
    });
    expect(await mine.client.programme.getFavourites({ params })).toEqual([favourite('set', sets.open, true, 1)]);
    const guest = api.client('site').programme;
    expect(await refusalOf(guest.getFavourites({ params }))).toMatchObject({ status: 401 });
    expect(await refusalOf(guest.joinFavourites({ params, body: { favourites: [] } }))).toMatchObject({ status: 401 });
  });

  test('are of what everyone may know, and a clock that is ahead has no last word', async () => {
    const { client } = await api.person({});
    const unknown = v7();
    const answer = await client.programme.joinFavourites({
      params,
      body: {
        favourites: [sets.secret, sets.pending, sets.tba, unknown]
          .map((id) => favourite('set', id, true, 1))
          .concat(favourite('artist', unknown, true, 1), {
            ...favourite('artist', artist, true, 1),
            changedAt: '2999-01-01T00:00:00.000Z',
          }),
      },
    });
    expect(answer.map(({ id }) => id).toSorted()).toEqual([artist, sets.tba].toSorted());
    expect(Date.parse(answer.find(({ kind }) => kind === 'artist')?.changedAt ?? '')).toBeLessThanOrEqual(
      Date.now() + 1000,
    );
  });

  test('of a draft, of another festival or of nonsense are refused', async () => {
    const { client, token } = await api.person({});
    const { id: draftId } = await insertFestival(api.ownerPool, {});
    expect(await refusalOf(client.programme.getFavourites({ params: { festivalId: draftId } }))).toMatchObject({
      status: 404,
    });
    const { id: other } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    const elsewhere = await client.programme.joinFavourites({
      params: { festivalId: other },
      body: { favourites: [favourite('set', sets.open, true, 1), favourite('artist', artist, true, 1)] },
    });
    expect(elsewhere).toEqual([]);
    const send = async (favourites: unknown) =>
      (
        await fetch(`${api.url}/me/festivals/${festivalId}/favourites`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ favourites }),
        })
      ).status;
    const good = favourite('set', sets.open, true, 1);
    for (const bad of [
      null,
      'x',
      [{ ...good, id: '\u0000' }],
      [{ ...good, kind: 'stage' }],
      [{ ...good, chosen: 'yes' }],
      [{ ...good, changedAt: 'yesterday' }],
      Array.from({ length: 1001 }, () => good),
    ])
      expect(await send(bad)).toBe(400);
  });

  test('from many devices at once end in the one later word, without a deadlock', async () => {
    const { client } = await api.person({});
    const words = Array.from({ length: 24 }, (_, second) => second);
    await Promise.all(
      words.map((second) => {
        const both = [favourite('set', sets.open, second % 2 === 0, second), favourite('artist', artist, true, second)];
        return client.programme.joinFavourites({
          params,
          body: { favourites: second % 3 === 0 ? both.toReversed() : both },
        });
      }),
    );
    expect(await client.programme.getFavourites({ params })).toEqual([
      favourite('artist', artist, true, 23),
      favourite('set', sets.open, false, 23),
    ]);
  });

  test('go with the account, and stand in no event', async () => {
    const person = await api.person({});
    await person.client.programme.joinFavourites({
      params,
      body: { favourites: [favourite('set', sets.open, true, 1)] },
    });
    const count = async (table: string, column: string) =>
      (await api.ownerPool.query(`select from ${table} where ${column} = $1`, [person.id])).rowCount;
    expect(await count('favourite', 'person_id')).toBe(1);
    expect((await api.ownerPool.query(`select from event where name like '%favourite%'`)).rowCount).toBe(0);
    await api.ownerPool.query('update person set deleted_at = now() where id = $1', [person.id]);
    expect(await count('favourite', 'person_id')).toBe(0);
  });
});

describe('the calendar of a choice', () => {
  const read = (choice: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/festivals/${festivalId}/programme/feed/chosen.ics?sets=${choice}`, { headers });

  test('has the chosen sets that everyone may know of, and says of one that it is cancelled', async () => {
    await cancelOff();
    const answer = await read(writeChoice(Object.values(sets)));
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zone = calendar.getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Europe/Brussels');
    const events = calendar.getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      return {
        uid: event.uid,
        summary: event.summary,
        status: one.getFirstPropertyValue('status'),
        starts: event.startDate.toJSDate().toISOString(),
        tzid: one.getFirstProperty('dtstart')?.getParameter('tzid'),
        stamped: one.hasProperty('dtstamp'),
        where: event.location,
      };
    });
    const where = 'Grande Scène; la „Brume“, sous le grand chapiteau';
    const common = { tzid: 'Europe/Brussels', stamped: true, where };
    expect(events.map(({ starts: _starts, ...event }) => event)).toEqual([
      { ...common, uid: `${sets.open}@${festivalId}`, summary: 'Solène Varga', status: 'CONFIRMED' },
      { ...common, uid: `${sets.tba}@${festivalId}`, summary: 'TBA', status: 'CONFIRMED' },
      { ...common, uid: `${sets.off}@${festivalId}`, summary: 'Solène Varga', status: 'CANCELLED' },
    ]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test('is small when the choice is, is not sent twice, and refuses what is no choice', async () => {
    const choice = writeChoice([sets.open]);
    const answer = await read(choice);
    expect((await answer.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const again = await read(choice, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await (await read(writeChoice([sets.secret]))).text()).includes('VEVENT')).toBe(false);
    for (const bad of ['', 'x', '%00', 'A'.repeat(3000), '..%2F']) expect((await read(bad)).status).toBe(400);
  });
});
