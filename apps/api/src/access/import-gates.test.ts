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

const csv = (text: BlobPart) => new Blob([text], { type: 'text/csv' });

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const arch = await client.places.createPlace({
    params,
    body: { kind: 'ENTRANCE', name: { en: 'Forest arch' }, geometry: { type: 'Point', coordinates: [4.3, 50.8] } },
  });
  const gates = client.access;
  const preview = (text: BlobPart) => gates.previewGates({ params, body: csv(text) });
  const apply = (text: BlobPart, hash: string) => gates.importGates({ params, query: { hash }, body: csv(text) });
  const imported = async (text: string) => apply(text, (await preview(text)).hash);
  const list = async () =>
    (await gates.listGates({ params })).map(({ name, placeId, version }) => [name, placeId, version]);
  return { festivalId, params, client, gates, arch, preview, apply, imported, list };
}

describe('importing gates', () => {
  it('shows what becomes of each row, writes just that, and tells of each gate', async () => {
    const { params, client, gates, arch, preview, imported, list } = await organised();
    const first = 'name,entrance\nNorth,forest ARCH\nArtists,\n';
    expect((await preview(first)).rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'new'],
      [3, 'new'],
    ]);
    expect(await list()).toEqual([]);
    expect(await imported(first)).toEqual({ created: 2, changed: 0 });
    expect(await list()).toEqual([
      ['Artists', null, 1],
      ['North', arch.id, 1],
    ]);
    expect((await preview(first)).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
    const [artists] = await gates.listGates({ params });
    const { items } = await client.history.recordHistory({ params: { ...params, recordId: artists?.id ?? '' } });
    expect(items).toMatchObject([{ name: 'access.gate_created', after: { name: 'Artists' } }]);
  });

  it('takes its own file back by the ids in it: renamed, moved, and the rest as it was', async () => {
    const { params, gates, arch, imported, list, preview } = await organised();
    const empty = await (await gates.exportGates({ params })).text();
    expect(empty.trim()).toMatch(/id,name,entrance$/);
    await imported('name,entrance\nNorth,Forest arch\nSouth,\n=East,\n');
    const text = await (await gates.exportGates({ params })).text();
    expect((await preview(text)).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
    const changed = text.replace('North,Forest arch', 'North gate,').replace('South,', 'South,Forest arch');
    expect((await preview(changed)).rows.filter(({ outcome }) => outcome === 'changed')).toMatchObject([
      { name: 'North gate', columns: ['name', 'entrance'] },
      { name: 'South', entrance: 'Forest arch', columns: ['entrance'] },
    ]);
    expect(await imported(changed)).toEqual({ created: 0, changed: 2 });
    expect(await list()).toEqual([
      ['=East', null, 1],
      ['North gate', null, 2],
      ['South', arch.id, 2],
    ]);
  });

  it('takes nothing of a file with one bad row, and nothing that was not shown', async () => {
    const { preview, apply, imported, list } = await organised();
    const bad = 'name,entrance\nNorth,\nSouth,Moon door\nnorth,\n';
    const { hash, rows } = await preview(bad);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'refused', 'refused']);
    expect(await refusalOf(apply(bad, hash))).toMatchObject({ name: 'GATES_REFUSED', details: { lines: [3, 4] } });
    const good = 'name\nNorth\n';
    expect(await refusalOf(apply(good, hash))).toMatchObject({ status: 409, name: 'GATES_CHANGED' });
    const seen = await preview(good);
    await imported('name\nNorth\n');
    expect(await refusalOf(apply(good, seen.hash))).toMatchObject({ name: 'GATES_CHANGED' });
    expect(await list()).toHaveLength(1);
  });

  it('imports one file once when it is sent ten times at once', async () => {
    const { preview, apply, list } = await organised();
    const file = 'name\nNorth\nSouth\n';
    const { hash } = await preview(file);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => apply(file, hash)));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    for (const result of results)
      if (result.status === 'rejected') expect(['GATES_CHANGED', 'GATE_NAMED_ALIKE']).toContain(result.reason.name);
    expect(await list()).toHaveLength(2);
  });

  it('knows no gate, no entrance and no removed gate of another festival or of the past', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    const gate = await theirs.gates.createGate({ params: theirs.params, body: { name: 'Theirs' } });
    const own = await mine.gates.createGate({ params: mine.params, body: { name: 'Gone' } });
    await mine.gates.deleteGate({ params: { ...mine.params, gateId: own.id }, query: { version: 1 } });
    const { rows } = await mine.preview(
      `id,name,entrance\n${gate.id},A,\n${own.id},B,\n,C,${theirs.arch.id}\n${v7()},D,\n`,
    );
    expect(rows.map(({ reasons }) => reasons.map(({ column, reason }) => `${column}:${reason}`))).toEqual([
      ['id:unknown'],
      ['id:unknown'],
      ['entrance:unknown'],
      ['id:unknown'],
    ]);
  });

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    ['nothing', ''],
    ['no name', 'entrance\nNorth'],
    ['a quote that never ends', 'name\n"North'],
    ['too many rows', `name\n${'A\n'.repeat(2_001)}`],
  ])('refuses a file that is %s', async (_, bytes) => {
    const { preview } = await organised();
    expect(await refusalOf(preview(bytes))).toMatchObject({ status: 400, name: 'GATES_UNREADABLE' });
  });

  it('is for whoever sets gates up; to be read it is for whoever sees the map', async () => {
    const { festivalId, params } = await organised();
    const { client } = await api.person({ roles: [{ festivalId, role: 'STAFF' }] });
    expect(await refusalOf(client.access.previewGates({ params, body: csv('name\nA') }))).toMatchObject({
      status: 403,
    });
    expect(
      await refusalOf(client.access.importGates({ params, query: { hash: 'x' }, body: csv('name\nA') })),
    ).toMatchObject({ status: 403 });
  });
});
