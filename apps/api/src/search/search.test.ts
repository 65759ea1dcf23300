import type { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { eventually } from '../testing/eventually.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { buyer } from '../ticketing/testing.ts';
import { learnWords } from './learn-words.ts';

let api: TestApi;
let festivalId: Awaited<ReturnType<typeof insertFestival>>['id'];
let ids: Record<'stage' | 'artist' | 'slot' | 'stand' | 'product' | 'ticketType', string>;
let reference: string;

beforeAll(async () => {
  api = await startApi();
  festivalId = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
  const { client } = await person('ORGANISER');
  ids = await encode(client, 'Amélie');
  const shop = { festivalId, ticketTypeId: ids.ticketType };
  reference = (await buyer(api, shop, 'zoe.muller@example.org').buy()).reference;
  await learned(festivalId, 'muller');
});
afterAll(() => api.stop());

/** Reads orders until a word of theirs is known: what is committed may have to wait for transactions of neighbouring databases. */
const learned = (there: string, word: string) =>
  eventually(async () => {
    await learnWords(systemContext(api.resources));
    expect(await knownWords(there)).toContain(word);
  });
async function knownWords(there: string): Promise<string[]> {
  const { rows } = await api.ownerPool.query<{ word: string }>('select word from search_word where festival_id = $1', [
    there,
  ]);
  return rows.map(({ word }) => word);
}

type Client = Awaited<ReturnType<typeof person>>['client'];
const person = (role: Role, there = festivalId) => api.person({ roles: [{ festivalId: there, role }] });

/** One of each, all with this word in their name. */
async function encode(client: Client, word: string, there = festivalId) {
  const params = { festivalId: there };
  const stage = await client.programme.createStage({ params, body: { name: `Scène ${word}` } });
  const artist = await client.programme.createArtist({ params, body: { name: `${word} Fjord`, billing: 1 } });
  const slot = await client.programme.createSlot({
    params,
    body: {
      stageId: stage.id,
      artistId: artist.id,
      startsAt: '2040-07-13T18:00:00.000Z',
      endsAt: '2040-07-13T19:00:00.000Z',
      status: 'CONFIRMED',
    },
  });
  const stand = await client.stands.createStand({ params, body: { name: `Bar ${word}`, kind: 'BAR' } });
  const product = await client.stands.createProduct({
    params: { ...params, standId: stand.id },
    body: { name: { fr: `Bière ${word}`, en: `${word} beer` }, category: 'BEER', price: 500, vat: 2100 },
  });
  const ticketType = await client.ticketing.createTicketType({
    params,
    body: { name: { en: `${word} weekend` }, price: 0, vat: 600, capacity: 10 },
  });
  return {
    stage: stage.id,
    artist: artist.id,
    slot: slot.id,
    stand: stand.id,
    product: product.id,
    ticketType: ticketType.id,
  };
}

const found = async (client: Client, q: string) =>
  client.search.searchFestival({ params: { festivalId }, query: { q } });
const kinds = async (client: Client, q: string) =>
  [...new Set((await found(client, q)).map(({ kind }) => kind))].toSorted();

describe('what is found', () => {
  test.each(['Amélie', 'amelie', 'AMELIE', 'amél', ' amelie  '])('by %j is everything of that name', async (q) => {
    const { client } = await person('ORGANISER');
    const there = await found(client, q);
    expect(new Set(there.map(({ id }) => id))).toEqual(new Set(Object.values(ids)));
  });
  test.each(['ameile', 'amellie', 'amlie', 'amelei fjrod', 'anel', 'amelie concert'])(
    'by a slip of the finger, %j, is it as well',
    async (q) => {
      const { client } = await person('ORGANISER');
      expect((await found(client, q)).map(({ id }) => id)).toContain(ids.artist);
    },
  );
  test('needs every word, in any order, and tells what is needed to open it', async () => {
    const { client } = await person('ORGANISER');
    expect(await found(client, 'beer ame')).toEqual([
      {
        kind: 'product',
        id: ids.product,
        title: 'Amélie beer',
        detail: 'Bar Amélie',
        parentId: ids.stand,
        at: null,
        festival: expect.objectContaining({ id: festivalId }),
      },
    ]);
    const slot = (await found(client, 'amelie fj')).find(({ kind }) => kind === 'slot');
    expect(slot).toMatchObject({ title: 'Amélie Fjord', detail: 'Scène Amélie', at: '2040-07-13T18:00:00.000Z' });
  });
  test('of an order is its reference, whose it is, its address', async () => {
    const { client } = await person('ORGANISER');
    for (const q of [
      reference,
      reference.toLowerCase(),
      'ada visitor',
      'ZOE.muller@',
      'zoe.mulelr@example.org',
      'ada vistor',
      'zo.muller@exmaple',
    ])
      expect(await found(client, q), q).toContainEqual(
        expect.objectContaining({ kind: 'order', title: 'Ada Visitor' }),
      );
  });
  test('begins like what was typed before it merely contains it', async () => {
    const { client } = await person('ORGANISER');
    const [first] = await found(client, 'scene');
    expect(first).toMatchObject({ kind: 'stage', id: ids.stage });
  });
  test('are the team by name', async () => {
    const { client } = await person('ORGANISER');
    const colleague = await api.person({ name: 'Ingrid Ångström', roles: [{ festivalId, role: 'STAFF' }] });
    await api.person({ name: 'Ingrid Ångström' });
    for (const q of ['angstrom', 'ingird angstrom'])
      expect((await found(client, q)).map(({ id }) => id)).toEqual([colleague.id]);
  });
  test('is nothing for patterns and nonsense', async () => {
    const { client } = await person('ORGANISER');
    for (const q of ['%', '_', '\\', '%%%', "'; --", '¨¨', '🎉', '٣٤']) expect(await found(client, q), q).toEqual([]);
  });
  test('is not what was taken away', async () => {
    const { client } = await person('ORGANISER');
    const params = { festivalId };
    const stand = await client.stands.createStand({ params, body: { name: 'Frituur Zenobia', kind: 'FOOD' } });
    const standId = stand.id;
    await client.stands.createProduct({
      params: { ...params, standId },
      body: { name: { en: 'Zenobia fries' }, category: 'DISH', price: 500, vat: 600 },
    });
    expect(await kinds(client, 'zenobia')).toEqual(['product', 'stand']);
    await client.stands.deleteStand({ params: { ...params, standId }, query: { version: 1 } });
    expect(await kinds(client, 'zenobia')).toEqual([]);
  });
});

describe('words', () => {
  test('of a buyer who is forgotten are gone, though somebody else’s begin alike', async () => {
    const there = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
    const { client } = await person('ORGANISER', there);
    const type = await client.ticketing.createTicketType({
      params: { festivalId: there },
      body: { name: { en: 'Day' }, price: 0, vat: 600, capacity: 10 },
    });
    const shop = { festivalId: there, ticketTypeId: type.id };
    const gone = await buyer(api, shop, 'zephyr@quill.example').buy();
    await buyer(api, shop, 'zephyrine@feather.example').buy();
    await learned(there, 'zephyr');
    await learned(there, 'zephyrine');
    await api.ownerPool.query(
      `update ticket_order set name = '', email = 'erased-' || id || '@erased.invalid' where id = $1`,
      [gone.id],
    );
    const left = await knownWords(there);
    expect(left).toContain('zephyrine');
    for (const word of ['zephyr', 'quill', 'erased', 'invalid']) expect(left).not.toContain(word);
  });

  test('of what is renamed are known at once', async () => {
    const { client } = await person('ORGANISER');
    const params = { festivalId };
    const { id } = await client.programme.createStage({ params, body: { name: 'Kiosque' } });
    await client.programme.updateStage({
      params: { ...params, stageId: id },
      body: { version: 1, changes: { name: 'Kapelle' } },
    });
    expect((await found(client, 'kapele')).map((one) => one.id)).toEqual([id]);
  });
  test('of an order go with the name and address that they are of, unless another order has them', async () => {
    const { ticketType: ticketTypeId } = ids;
    const { id } = await buyer(api, { festivalId, ticketTypeId }, 'quirinius@example.org').buy();
    await learned(festivalId, 'quirinius');
    await api.ownerPool.query(`update ticket_order set email = 'gone@example.org' where id = $1`, [id]);
    const words = await knownWords(festivalId);
    expect(words).not.toContain('quirinius');
    expect(words).toEqual(expect.arrayContaining(['gone', 'example', 'org', 'ada', 'visitor']));
  });
});

describe('nobody finds what they may not see', () => {
  test.each<[Role, string[]]>([
    ['PROGRAMMER', ['artist', 'product', 'slot', 'stage', 'stand']],
    ['FINANCE', ['artist', 'product', 'slot', 'stage', 'stand', 'ticketType']],
    ['ARTIST', ['artist', 'slot', 'stage']],
  ])('%s', async (role, seen) => {
    const { client } = await person(role);
    expect(await kinds(client, 'amelie')).toEqual(seen);
    expect(await kinds(client, 'zoe.muller')).toEqual(role === 'FINANCE' ? ['order'] : []);
  });
  test('nor what another festival has', async () => {
    const other = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
    const { client } = await person('ORGANISER', other);
    const theirs = await encode(client, 'Amélie', other);
    await buyer(api, { festivalId: other, ticketTypeId: theirs.ticketType }, 'zoe.muller@example.org').buy();
    const there = await client.search.searchFestival({ params: { festivalId: other }, query: { q: 'amelie' } });
    expect(new Set(there.map(({ id }) => id))).toEqual(new Set(Object.values(theirs)));
    await learned(other, 'muller');
    for (const q of ['zoe.muller', 'zoe.mulelr@example.org']) {
      const people = await client.search.searchFestival({ params: { festivalId: other }, query: { q } });
      expect(people.filter(({ kind }) => kind === 'order')).toHaveLength(1);
    }
    await expect(found(client, 'amelie')).rejects.toMatchObject({ status: 403 });
  });
});

describe('in all my festivals', () => {
  test('is found what I may see there, and where', async () => {
    const other = (await insertFestival(api.ownerPool, {})).id;
    const organiser = await person('ORGANISER', other);
    await encode(organiser.client, 'Bérénice', other);
    const both = await api.person({
      roles: [
        { festivalId, role: 'PROGRAMMER' },
        { festivalId: other, role: 'ORGANISER' },
      ],
    });
    const mine = async (client: Client, q: string) => client.search.searchMine({ query: { q } });
    expect((await mine(both.client, 'berenice')).map(({ festival }) => festival.id)).toContain(other);
    expect(new Set((await mine(both.client, 'amelie')).map(({ kind }) => kind))).not.toContain('ticketType');
    expect(await mine((await person('ORGANISER')).client, 'berenice')).toEqual([]);
    expect(await mine((await api.person()).client, 'amelie')).toEqual([]);
    const admin = await api.person({ superAdmin: true });
    expect((await mine(admin.client, 'berenice')).length).toBeGreaterThan(0);
  });
});

test.each(['', ' ', 'a\u0000b', 'x'.repeat(101)])('refuses to look for %j', async (q) => {
  const { client } = await person('ORGANISER');
  await expect(found(client, q)).rejects.toMatchObject({ status: 400 });
});

test('does not exist for a festival that is none', async () => {
  const { client } = await api.person({ superAdmin: true });
  await expect(
    client.search.searchFestival({ params: { festivalId: v7() as typeof festivalId }, query: { q: 'a' } }),
  ).rejects.toMatchObject({ status: 404 });
});
