import { ApiError } from '@festivals/contract';
import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const put = (kind: 'ENTRANCE' | 'BAR') =>
    client.places.createPlace({ params, body: { kind, geometry: { type: 'Point', coordinates: [4.3, 50.8] } } });
  const [entrance, bar] = [await put('ENTRANCE'), await put('BAR')];
  const gates = client.access;
  const gate = await gates.createGate({ params, body: { name: 'North', placeId: entrance.id } });
  const at = { ...params, gateId: gate.id };
  const change = (version: number, changes: object) => gates.updateGate({ params: at, body: { version, changes } });
  return { festivalId, params, client, gates, entrance, bar, gate, at, change };
}

describe('a gate', () => {
  it('has a name, stands at an entrance, and is told with its past', async () => {
    const { params, client, gates, gate, entrance, at, change } = await organised();
    expect(gate).toMatchObject({ name: 'North', placeId: entrance.id, version: 1 });
    expect(await change(1, { name: 'North gate', placeId: null })).toMatchObject({ placeId: null, version: 2 });
    await gates.deleteGate({ params: at, query: { version: 2 } });
    expect(await gates.listGates({ params })).toEqual([]);
    expect(await gates.restoreGate({ params: at })).toMatchObject({ name: 'North gate', version: 4 });
    expect(await refusalOf(gates.restoreGate({ params: at }))).toMatchObject({ name: 'CONFLICT' });
    const { items } = await client.history.recordHistory({ params: { ...params, recordId: gate.id }, query: {} });
    expect(items.map(({ name }) => name)).toEqual([
      'access.gate_restored',
      'access.gate_removed',
      'access.gate_changed',
      'access.gate_created',
    ]);
  });

  it('stands at no bar, no place that is gone and none of another festival', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    for (const placeId of [mine.bar.id, theirs.entrance.id, v7()]) {
      const body = { name: 'South', placeId };
      expect(await refusalOf(mine.gates.createGate({ params: mine.params, body }))).toMatchObject({
        status: 409,
        name: 'NO_ENTRANCE',
      });
      expect(await refusalOf(mine.change(1, { placeId }))).toMatchObject({ name: 'NO_ENTRANCE' });
    }
    const { id: placeId, version } = mine.entrance;
    await mine.client.places.deletePlace({ params: { ...mine.params, placeId }, query: { version } });
    // What stood there finds it again, should it come back.
    expect(await mine.change(1, { name: 'Still north' })).toMatchObject({ placeId });
    expect(await refusalOf(mine.gates.createGate({ params: mine.params, body: { name: 'B', placeId } }))).toMatchObject(
      {
        name: 'NO_ENTRANCE',
      },
    );
  });

  it('is not overwritten unseen, and has a name of its own', async () => {
    const { params, gates, change, at } = await organised();
    await change(1, { name: 'First' });
    expect(await refusalOf(change(1, { name: 'Second' }))).toMatchObject({ status: 409, name: 'CONFLICT' });
    expect(await refusalOf(gates.deleteGate({ params: at, query: { version: 1 } }))).toMatchObject({
      name: 'CONFLICT',
    });
    expect(await refusalOf(gates.createGate({ params, body: { name: 'fIRST' } }))).toMatchObject({
      status: 409,
      name: 'GATE_NAMED_ALIKE',
    });
    const twins = await Promise.allSettled([1, 2, 3].map(() => gates.createGate({ params, body: { name: 'Twin' } })));
    expect(twins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is found by its name, with its entrance, as long as it is there', async () => {
    const { festivalId, params, client, gate, entrance, change, at, gates } = await organised();
    const place = { ...params, placeId: entrance.id };
    await client.places.updatePlace({ params: place, body: { version: 1, changes: { name: { en: 'Forest arch' } } } });
    await change(1, { name: 'Sérénade gate' });
    const found = async (q: string, by = client) =>
      (await by.search.searchFestival({ params, query: { q } })).map(({ kind, id, detail }) => ({ kind, id, detail }));
    const expected = [{ kind: 'gate', id: gate.id, detail: 'Forest arch' }];
    for (const q of ['serenade', 'sérénade gate', 'sernade']) expect(await found(q)).toEqual(expected);
    for (const [role, sees] of [
      ['SECURITY', expected],
      ['PROGRAMMER', []],
    ] as const) {
      const { client: other } = await api.person({ roles: [{ festivalId, role }] });
      expect(await found('serenade', other)).toEqual(sees);
    }
    await gates.deleteGate({ params: at, query: { version: 2 } });
    expect(await found('serenade')).toEqual([]);
  });

  it('goes out as a list with the others, sorted by name or by entrance', async () => {
    const { params, client, gates } = await organised();
    await gates.createGate({ params, body: { name: '=East' } });
    const list = async (query: object) =>
      (
        await (
          await client.lists.exportList({ params: { ...params, list: 'gates' }, query: { mark: false, ...query } })
        ).text()
      )
        .split('\r\n')
        .slice(1, -1);
    expect(await list({})).toEqual(["'=East,", 'North,']);
    expect(await list({ descending: true })).toEqual(['North,', "'=East,"]);
    expect(await list({ search: 'nor' })).toEqual(['North,']);
  });

  it('is made once, however often it is asked for', async () => {
    const { params, gates } = await organised();
    const make = { params, body: { name: 'East' } };
    const idempotencyKey = v7();
    const first = await gates.createGate(make, { idempotencyKey });
    expect(await gates.createGate(make, { idempotencyKey })).toEqual(first);
    expect(await gates.listGates({ params })).toHaveLength(2);
  });

  it.each([
    [{ name: '' }],
    [{ name: 'a\u0000b' }],
    [{ name: 'x'.repeat(61) }],
    [{ name: 4 }],
    [{ name: 'x', placeId: 'y' }],
  ])('is refused as %j', async (body) => {
    const { params, gates } = await organised();
    // What no client would send.
    expect(await refusalOf(gates.createGate({ params, body: body as never }))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
  });

  it.each(Role.options)('is read and set up by %s as the role allows', async (role) => {
    const { params, festivalId, at } = await organised();
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const tried = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof ApiError ? error.status : error),
      );
    const reads = !['ARTIST', 'ATTENDEE'].includes(role);
    const edits = role === 'ORGANISER';
    expect(await tried(client.access.listGates({ params }))).toBe(reads ? 'done' : 403);
    const body = { version: 1, changes: { name: 'Mine' } };
    expect(await tried(client.access.updateGate({ params: at, body }))).toBe(edits ? 'done' : 403);
  });

  it('ends at the festival’s fence', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    const smuggled = { ...mine.params, gateId: theirs.gate.id };
    const body = { version: 1, changes: { name: 'Mine' } };
    expect(await refusalOf(mine.gates.updateGate({ params: smuggled, body }))).toMatchObject({ name: 'NOT_FOUND' });
    expect(await refusalOf(mine.gates.listGates({ params: theirs.params }))).toMatchObject({ status: 403 });
  });
});
