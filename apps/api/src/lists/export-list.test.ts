import { ListName } from '@festivals/domain/list-view';
import { Role } from '@festivals/domain/identity/roles';
import { may } from '@festivals/domain/identity/policy';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { modules } from '../modules.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let festivalId: Awaited<ReturnType<typeof insertFestival>>['id'];
const formula = '=HYPERLINK("https://evil.example")';
const guarded = `"'=HYPERLINK(""https://evil.example"")"`;
const lists = modules.flatMap((module) => module.lists ?? []);

const person = (role: Role, there = festivalId) => api.person({ name: 'Zoë', roles: [{ festivalId: there, role }] });
type Client = Awaited<ReturnType<typeof person>>['client'];
type Query = NonNullable<Parameters<Client['lists']['exportList']>[0]['query']>;

beforeAll(async () => {
  api = await startApi();
  festivalId = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
  const { client } = await person('ORGANISER');
  const params = { festivalId };
  const stage = await client.programme.createStage({ params, body: { name: formula } });
  const [fjord] = await Promise.all(
    ['Amélie Fjord', formula].map((name, at) =>
      client.programme.createArtist({ params, body: { name, billing: at === 0 ? 1 : 4, genres: ['+cmd'] } }),
    ),
  );
  const times = { startsAt: '2040-07-13T18:00:00.000Z', endsAt: '2040-07-13T19:30:00.000Z' };
  await client.programme.createSlot({
    params,
    body: { stageId: stage.id, artistId: fjord?.id ?? '', title: '@SUM(1)', status: 'CONFIRMED', ...times },
  });
  const stand = await client.stands.createStand({ params, body: { name: formula, kind: 'BAR' } });
  await client.stands.createProduct({
    params: { ...params, standId: stand.id },
    body: { name: { en: '-2+3' }, category: 'BEER', price: 350, vat: 2100 },
  });
  await client.stands.createStand({ params, body: { name: 'Frites', kind: 'FOOD' } });
  await client.festival.createNews({ params, body: { title: { en: formula } } });
  const option = { kind: 'CAMPING' as const, name: { en: formula }, price: 2500, vat: 600 };
  await client.ticketing.createTicketOption({ params, body: option });
  await client.ticketing.createTicketType({ params, body: { name: { en: formula }, price: 0, vat: 600, capacity: 5 } });
  await api.ownerPool.query(
    `insert into volunteer (festival_id, id, email, name, crew, phone) values ($1, gen_random_uuid(), 'v@example.org', $2, 'Bar', '')`,
    [festivalId, formula],
  );
});
afterAll(() => api.stop());

const file = (client: Client, list: ListName, query: Query = {}, there = festivalId) =>
  client.lists.exportList({ params: { festivalId: there, list }, query });
const textOf = async (client: Client, list: ListName, query: Query = {}) =>
  (await (await file(client, list, { mark: false, ...query })).text()).split('\r\n').slice(0, -1);

test('every list of the contract is handed in by a domain, once', () => {
  expect(lists.map(({ name }) => name).toSorted()).toEqual(ListName.options.toSorted());
});

describe.each(ListName.options)('the list of %s', (list) => {
  test('goes out as CSV and as a workbook, in six languages, and runs nothing', async () => {
    const { client } = await person('ORGANISER');
    const [heading, ...rows] = await textOf(client, list);
    expect(heading?.split(',').length).toBeGreaterThan(1);
    for (const row of rows) expect(row).not.toMatch(/(^|,)"?[=+\-@＝]/);
    const workbook = await file(client, list, { format: 'xlsx' });
    const sheets = await readXlsxFile(Buffer.from(await workbook.arrayBuffer()));
    const [{ data }] = sheets as unknown as [{ data: unknown[][] }];
    // What is done is itself told, so that the history is longer by now.
    if (list === 'history') expect(data.length).toBeGreaterThan(rows.length);
    else expect(data).toHaveLength(rows.length + 1);
  });

  test.each(Role.options)('is for those who may see its screen, or not: %s', async (role) => {
    const needs = lists.find(({ name }) => name === list)?.needs ?? 'festival.edit';
    const allowed = may({ superAdmin: false, roles: [role] }, needs);
    const { client } = await person(role);
    const asked = file(client, list);
    if (allowed) expect((await asked).size).toBeGreaterThan(0);
    else await expect(asked).rejects.toMatchObject({ status: 403, name: 'FORBIDDEN' });
  });

  test('is not for the organiser of another festival, and there is nothing of ours in theirs', async () => {
    const other = (await insertFestival(api.ownerPool, {})).id;
    const { client } = await person('ORGANISER', other);
    await expect(file(client, list)).rejects.toMatchObject({ status: 403 });
    expect(await (await file(client, list, {}, other)).text()).not.toContain('HYPERLINK');
  });

  test('refuses an order and a filter that it does not have', async () => {
    const { client } = await person('ORGANISER');
    for (const query of [{ sort: 'weight' }, { sort: 'toString' }, { only: '__proto__' }, { search: 'x'.repeat(101) }])
      await expect(file(client, list, query)).rejects.toMatchObject({ status: 400, name: 'VALIDATION_FAILED' });
  });
});

test('texts that look like formulas are text', async () => {
  const { client } = await person('ORGANISER');
  expect(await textOf(client, 'stands')).toContain(`${guarded},Bar,1,`);
  expect((await textOf(client, 'artists')).some((row) => row.startsWith(`${guarded},`))).toBe(true);
  expect((await textOf(client, 'products'))[1]).toContain(`${guarded},'-2+3,beer,3.50,EUR,21`);
});

test('a list goes out as it is searched, filtered and sorted on the screen', async () => {
  const { client } = await person('ORGANISER');
  const first = async (list: ListName, query: Query) =>
    (await textOf(client, list, query)).slice(1).map((row) => row.split(',')[0]);
  expect(await first('artists', { search: 'AMELIE' })).toEqual(['Amélie Fjord']);
  expect(await first('artists', { only: 'scheduled' })).toEqual(['Amélie Fjord']);
  expect(await first('stands', { sort: 'name', descending: false })).toEqual([
    `"'=HYPERLINK(""https://evil.example"")"`,
    'Frites',
  ]);
  expect(await first('stands', { sort: 'name', descending: true })).toEqual([
    'Frites',
    `"'=HYPERLINK(""https://evil.example"")"`,
  ]);
  expect(await first('stands', { only: 'FOOD' })).toEqual(['Frites']);
});

test('a set goes out in the festival’s time, with how long it lasts', async () => {
  const { client } = await person('PROGRAMMER');
  const [, row] = await textOf(client, 'sets');
  expect(row).toContain('2040-07-13,2040-07-13 20:00:00,2040-07-13 21:30:00,90,');
});

test('the history goes out either way round, by deed and by whoever did it', async () => {
  const { client } = await person('FINANCE');
  const moments = async (query: Query) => (await textOf(client, 'history', query)).slice(1);
  const down = await moments({ search: 'zoe', only: 'stands.stand_created' });
  const up = await moments({ search: 'zoe', only: 'stands.stand_created', descending: false });
  expect(down).toHaveLength(2);
  expect(up).toEqual(down.toReversed());
  expect(await moments({ search: 'nobody of this name' })).toEqual([]);
});

test('the trail says who took which part of a list', async () => {
  const { client, id } = await person('ORGANISER');
  await file(client, 'team', { search: 'zo', only: 'ORGANISER', format: 'xlsx' });
  const { rows } = await api.ownerPool.query(
    `select actor_id, after from event where festival_id = $1 and name = 'lists.exported' order by seq desc limit 1`,
    [festivalId],
  );
  expect(rows).toEqual([{ actor_id: id, after: { list: 'team', search: 'zo', only: 'ORGANISER', format: 'xlsx' } }]);
});

test('a list that is none is not there', async () => {
  const { client } = await person('ORGANISER');
  await expect(file(client, 'secrets' as ListName)).rejects.toMatchObject({ status: 404 });
});
