/** Open screens hear what happens in their festivals, and nobody hears more than they may see. */
import { FestivalId } from '@festivals/domain/primitives';
import type { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { buyer, openShop } from '../ticketing/testing.ts';
import { eventually } from './eventually.ts';
import { liveClient, type LiveClient, type LiveClientOptions } from './live-client.ts';
import { secondProcess } from './second-process.ts';
import { startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let festivalId: FestivalId;
const open: LiveClient[] = [];

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  festivalId = FestivalId.parse((await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id);
});
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

const connect = async (options: LiveClientOptions, url = api.url) => {
  const client = await liveClient(url, options);
  open.push(client);
  return client;
};
const member = (role: Role, of: string = festivalId) => api.person({ roles: [{ festivalId: of, role }] });
const refusal = (options: LiveClientOptions) =>
  connect(options).then(
    () => 'connected',
    (error: Error) => error.message,
  );
/** Somebody with a role who listens already. */
async function listening(role: Role) {
  const person = await member(role);
  const live = await connect({ token: person.token });
  expect(await live.subscribe(festivalId)).toMatchObject({ ok: true });
  return { ...person, live };
}
const inFestival = () => ({ params: { festivalId } });
const newArtist = (client: Awaited<ReturnType<typeof member>>['client']) =>
  client.programme.createArtist({ ...inFestival(), body: { name: 'Zoë' } });

describe('who is let in', () => {
  test('a guest, a forged token and a token of an ended session are refused', async () => {
    const person = await member('ORGANISER');
    await person.client.identity.logout({});
    expect(await refusal({})).toBe('identity.not_signed_in');
    expect(await refusal({ token: `${person.token}x` })).toBe('identity.not_signed_in');
    expect(await refusal({ token: person.token })).toBe('identity.not_signed_in');
  });

  test('a cookie counts with an origin of ours alone', async () => {
    const { token } = await member('ORGANISER');
    const cookie = `office_access=${token}`;
    const ours = api.resources.env.OFFICE_URL;
    expect(await refusal({ face: 'office', headers: { cookie, origin: ours } })).toBe('connected');
    expect(await refusal({ face: 'office', headers: { cookie, origin: new URL(api.url).origin } })).toBe('connected');
    expect(await refusal({ face: 'office', headers: { cookie } })).toBe('identity.not_signed_in');
    expect(await refusal({ face: 'site', headers: { cookie, origin: ours } })).toBe('identity.not_signed_in');
    expect(await refusal({ face: 'office', headers: { cookie, origin: 'https://evil.example' } })).toBe(
      'websocket error',
    );
    expect(await refusal({ token, headers: { origin: 'null' } })).toBe('websocket error');
  });

  test('another festival’s organiser, a visitor and whoever asks for nonsense join no room', async () => {
    const other = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    const rival = await connect({ token: (await member('ORGANISER', other.id)).token });
    const visitor = await connect({ token: (await member('ATTENDEE')).token });
    const { live, client } = await listening('PROGRAMMER');
    expect(await rival.subscribe(festivalId)).toEqual({ ok: false, error: 'identity.forbidden' });
    expect(await visitor.subscribe(festivalId)).toEqual({ ok: false, error: 'identity.forbidden' });
    expect(await rival.subscribe(v7())).toEqual({ ok: false, error: 'identity.forbidden' });
    expect(await rival.say('presence', { festivalId, screen: 'programme' })).toEqual({
      ok: false,
      error: 'identity.forbidden',
    });
    await newArtist(client);
    await api.runJobsOnce();
    await eventually(() => expect(live.named('artist:updated')).toHaveLength(1));
    expect([rival.heard, visitor.heard]).toEqual([[], []]);
  });

  test('no session opens more sockets than a person has tabs', async () => {
    const { token } = await member('STAFF');
    for (let tab = 0; tab < 20; tab += 1) await connect({ token });
    expect(await refusal({ token })).toBe('general.too_many_requests');
  });
});

describe('who is put out', () => {
  test('a session that is revoked ends its sockets, and no other', async () => {
    const [first, second] = [await listening('ORGANISER'), await listening('ORGANISER')];
    await first.client.identity.logout({});
    await api.runJobsOnce();
    await eventually(() => expect(first.live.socket.connected).toBe(false));
    expect(second.live.socket.connected).toBe(true);
  });

  test('who leaves the team hears no more', async () => {
    const organiser = await member('ORGANISER');
    const { live, id } = await listening('PROGRAMMER');
    await organiser.client.identity.removeMember({ params: { festivalId, personId: id } });
    await api.runJobsOnce();
    await eventually(() => expect(live.named('live:left')).toEqual([{ festivalId }]));
    await newArtist(organiser.client);
    await api.runJobsOnce();
    expect(live.named('artist:updated')).toEqual([]);
    expect(await live.subscribe(festivalId)).toEqual({ ok: false, error: 'identity.forbidden' });
  });

  test('a role that is taken takes what it let hear', async () => {
    const shop = await openShop(api, { capacity: 10 });
    festivalId = FestivalId.parse(shop.festivalId);
    const organiser = await member('ORGANISER');
    const { live, id } = await listening('FINANCE');
    await api.runJobsOnce();
    // What the shop's opening moved is heard before it is forgotten.
    await eventually(() => expect(live.named('stats:update')).toContainEqual({ festivalId, topic: 'sales' }));
    live.heard.length = 0;
    await organiser.client.identity.changeRoles({
      params: { festivalId, personId: id },
      body: { was: ['FINANCE'], roles: ['STAFF'] },
    });
    await api.runJobsOnce();
    await eventually(() => expect(live.named('live:rights')).toEqual([{ festivalId }]));
    await buyer(api, shop).buy();
    await newArtist(organiser.client);
    await api.runJobsOnce();
    await eventually(() => expect(live.named('artist:updated')).not.toEqual([]));
    expect(live.named('order:updated')).toEqual([]);
    expect(live.named('stats:update')).not.toContainEqual({ festivalId, topic: 'sales' });
  });
});

describe('what is heard', () => {
  test('a change, with its thing and who did it', async () => {
    const { live } = await listening('STAFF');
    const programmer = await member('PROGRAMMER');
    const artist = await newArtist(programmer.client);
    await api.runJobsOnce();
    await eventually(() =>
      expect(live.named('artist:updated')).toEqual([{ festivalId, changes: [{ id: artist.id, by: programmer.id }] }]),
    );
  });

  test('nothing of a deed that did not happen', async () => {
    const { live, client } = await listening('PROGRAMMER');
    await expect(
      client.programme.createSlot({
        ...inFestival(),
        body: {
          stageId: v7(),
          title: 'x',
          startsAt: '2040-07-13T10:00:00Z',
          endsAt: '2040-07-13T11:00:00Z',
          status: 'PENDING',
        },
      }),
    ).rejects.toMatchObject({ status: 404 });
    await newArtist(client);
    await api.runJobsOnce();
    await eventually(() => expect(live.heard.map(({ name }) => name)).toContain('artist:updated'));
    expect(live.named('slot:updated')).toEqual([]);
  });

  test('sales by those who may see them: no message carries an amount', async () => {
    const shop = await openShop(api, { capacity: 10 });
    festivalId = FestivalId.parse(shop.festivalId);
    const [finance, staff, security] = [
      await listening('FINANCE'),
      await listening('STAFF'),
      await listening('SECURITY'),
    ];
    const order = await buyer(api, shop).buy(2);
    await api.runJobsOnce();
    await eventually(() => expect(finance.live.named('stats:update')).toContainEqual({ festivalId, topic: 'sales' }));
    await eventually(() =>
      expect(finance.live.named('order:updated')).toContainEqual({ festivalId, changes: [{ id: order.id, by: null }] }),
    );
    expect([...staff.live.heard, ...security.live.heard]).toEqual([]);
    expect(JSON.stringify(finance.live.heard)).not.toMatch(/total|revenue|9000|4500/);
  });

  test('a thousand orders are a handful of messages', async () => {
    const { live } = await listening('ORGANISER');
    const started = Date.now();
    for (let batch = 0; batch < 10; batch += 1) {
      await api.ownerPool.query(
        `insert into event (festival_id, id, name, actor_kind, subject_id)
         select $1, gen_random_uuid(), name, 'guest', gen_random_uuid()
         from generate_series(1, 100), unnest(array['ticketing.order_placed', 'ticketing.order_paid']) as name`,
        [festivalId],
      );
      await api.runJobsOnce().catch(() => undefined);
    }
    await eventually(() => expect(live.named('order:updated')).toContainEqual({ festivalId, changes: null }));
    // At once, then at most every half second.
    const most = 2 + Math.ceil((Date.now() - started) / 500);
    expect(live.named('order:updated').length).toBeLessThanOrEqual(most);
    expect(live.named('stats:update').length).toBeLessThanOrEqual(most);
  });

  test('nothing is lost while the database’s connection is: everybody is told to ask again', async () => {
    const { live } = await listening('STAFF');
    await api.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'festivals-live' and datname = current_database()`,
    );
    await eventually(() => expect(live.named('live:resync')).toEqual([{ festivalId }]));
    await newArtist((await member('PROGRAMMER')).client);
    await api.runJobsOnce();
    await eventually(() => expect(live.named('artist:updated')).toHaveLength(1));
  });
});

describe('who else is here', () => {
  test('is seen by those who may open that screen, until they leave', async () => {
    const [first, second, staff] = [
      await listening('PROGRAMMER'),
      await listening('ORGANISER'),
      await listening('STAFF'),
    ];
    const sits = (live: LiveClient, screen: string | null) => live.say('presence', { festivalId, screen });
    expect(await sits(first.live, 'programme')).toMatchObject({ ok: true });
    expect(await sits(second.live, 'orders')).toMatchObject({ ok: true });
    expect(await sits(first.live, 'orders')).toEqual({ ok: false, error: 'identity.forbidden' });
    await eventually(() =>
      expect(second.live.named('user:online')).toEqual([
        { festivalId, personId: first.id, name: 'Camille Test', screen: 'programme' },
        { festivalId, personId: second.id, name: 'Camille Test', screen: 'orders' },
      ]),
    );
    await eventually(() => expect(staff.live.named('user:online')).toHaveLength(1));
    expect(await staff.live.subscribe(festivalId)).toEqual({
      ok: true,
      present: [{ personId: first.id, name: 'Camille Test', screen: 'programme' }],
    });
    first.live.close();
    await eventually(() =>
      expect(staff.live.named('user:offline')).toEqual([{ festivalId, personId: first.id, screen: 'programme' }]),
    );
  });

  test('a person with two tabs leaves with the second', async () => {
    const { live } = await listening('STAFF');
    const person = await member('PROGRAMMER');
    const tabs = [await connect({ token: person.token }), await connect({ token: person.token })] as const;
    for (const tab of tabs) {
      await tab.subscribe(festivalId);
      await tab.say('presence', { festivalId, screen: 'programme' });
    }
    tabs[0].close();
    await tabs[1].say('presence', { festivalId, screen: 'map' });
    await eventually(() => expect(live.named('user:offline')).toHaveLength(1));
    await eventually(() => expect(live.named('user:online')).toHaveLength(2));
  });
});

describe('what clients may say', () => {
  test('anything else is not heard, and nothing breaks', async () => {
    const { live } = await listening('ORGANISER');
    for (const name of ['error', 'slot:updated', 'user:online', 'constructor', '__proto__', 'toString'])
      live.socket.emit(name as 'unsubscribe', { festivalId });
    for (const message of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { festivalId: 'x' },
      { festivalId: `${festivalId}\0` },
      { festivalId: [festivalId] },
      () => 1,
      Buffer.from('x'),
    ])
      expect(await live.say('subscribe', message)).not.toMatchObject({ ok: true });
    expect(await live.say('presence', { festivalId, screen: 'kitchen' })).toEqual({
      ok: false,
      error: 'general.validation_failed',
    });
    expect(await live.subscribe(festivalId)).toMatchObject({ ok: true });
  });

  test('who says too much at once is asked to wait, and who goes on is put out', async () => {
    const { live } = await listening('ORGANISER');
    const answers = await Promise.all(Array.from({ length: 60 }, () => live.say('unsubscribe', { festivalId: v7() })));
    expect(answers).toContainEqual({ ok: false, error: 'general.too_many_requests' });
    for (let i = 0; i < 400; i += 1) live.socket.emit('unsubscribe', { festivalId });
    await eventually(() => expect(live.socket.connected).toBe(false));
  });

  test('a message that is too long ends its own socket alone', async () => {
    const [loud, calm] = [await listening('ORGANISER'), await listening('ORGANISER')];
    loud.live.socket.emit('subscribe', { festivalId: 'x'.repeat(100_000) as FestivalId }, () => undefined);
    await eventually(() => expect(loud.live.socket.connected).toBe(false));
    expect(await calm.live.subscribe(festivalId)).toMatchObject({ ok: true });
  });

  test('bytes that are no message at all end their socket', async () => {
    const { token } = await member('ORGANISER');
    const live = await connect({ token });
    const { transport } = live.socket.io.engine;
    transport.send([{ type: 'message', data: '9{"not":"a packet"}' }]);
    await eventually(() => expect(live.socket.connected).toBe(false));
    expect((await fetch(`${api.url}/socket.io/?EIO=4&transport=polling`)).status).toBe(400);
  });
});

test('of two processes of the API each tells its own sockets, and both see who is here', async () => {
  const other = await secondProcess(api);
  try {
    const [here, there] = [await member('PROGRAMMER'), await member('ORGANISER')];
    const [live, far] = [await connect({ token: here.token }), await connect({ token: there.token }, other.url)];
    await live.subscribe(festivalId);
    await far.subscribe(festivalId);
    await live.say('presence', { festivalId, screen: 'programme' });
    await far.say('presence', { festivalId, screen: 'programme' });
    const both = [here.id, there.id].toSorted();
    for (const client of [live, far])
      await eventually(() =>
        expect(
          client
            .named('user:online')
            .map((message) => (message as { personId: string }).personId)
            .toSorted(),
        ).toEqual(both),
      );
    await newArtist(here.client);
    await api.runJobsOnce();
    for (const client of [live, far]) await eventually(() => expect(client.named('artist:updated')).toHaveLength(1));

    await here.client.identity.logout({});
    await api.runJobsOnce();
    await eventually(() => expect(live.socket.connected).toBe(false));
    await eventually(() => expect(far.named('user:offline')).toHaveLength(1));
    other.end();
    await eventually(() => expect(far.socket.connected).toBe(false));
    expect(await other.ended).toBe(0);
  } finally {
    other.kill();
  }
});
