import type { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let festivalId: Awaited<ReturnType<typeof insertFestival>>['id'];
beforeAll(async () => {
  api = await startApi();
  festivalId = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
});
afterAll(() => api.stop());

const person = (role: Role) => api.person({ name: `A ${role}`, roles: [{ festivalId, role }] });
type Client = Awaited<ReturnType<typeof person>>['client'];
const past = async (client: Client, recordId: string, query: { limit?: number; cursor?: string } = {}) =>
  client.history.recordHistory({ params: { festivalId, recordId }, query });

async function standWithPast() {
  const { client } = await person('ORGANISER');
  const params = { festivalId };
  const { id: standId } = await client.stands.createStand({ params, body: { name: 'Bar', kind: 'BAR' } });
  const onStand = { festivalId, standId };
  await client.stands.updateStand({ params: onStand, body: { version: 1, changes: { name: 'Bar du Lac' } } });
  await client.stands.updateStand({ params: onStand, body: { version: 2, changes: { kind: 'FOOD' } } });
  return { client, standId, onStand };
}

describe('the past of a record', () => {
  test('is who, when, and from what to what, the newest first, a page at a time', async () => {
    const { client, standId } = await standWithPast();
    const { items, next } = await past(client, standId, { limit: 2 });
    expect(items).toMatchObject([
      { name: 'stands.stand_changed', by: 'A ORGANISER', before: { kind: 'BAR' }, after: { kind: 'FOOD' } },
      { name: 'stands.stand_changed', before: { name: 'Bar' }, after: { name: 'Bar du Lac', version: 2 } },
    ]);
    const rest = await past(client, standId, { limit: 2, cursor: next ?? '' });
    expect(rest).toMatchObject({ items: [{ name: 'stands.stand_created', after: { name: 'Bar' } }], next: null });
  });
  test('is read by those who may change it or audit, and by nobody else', async () => {
    const { standId } = await standWithPast();
    const read = async (role: Role) => (await past((await person(role)).client, standId)).items.length;
    expect(await read('ORGANISER')).toBe(3);
    expect(await read('FINANCE')).toBe(3);
    for (const role of ['PROGRAMMER', 'STAFF', 'VENDOR'] as const) expect(await read(role), role).toBe(0);
  });
  test('tells a programmer of an artist, but never what they are paid', async () => {
    const organiser = await person('ORGANISER');
    const params = { festivalId };
    const artist = await organiser.client.programme.createArtist({ params, body: { name: 'Nils', billing: 1 } });
    const onArtist = { festivalId, artistId: artist.id };
    await organiser.client.programme.setFee({
      params: onArtist,
      body: { version: 0, amount: 424_242, currency: 'EUR' },
    });
    const { client } = await person('PROGRAMMER');
    const { items } = await past(client, artist.id);
    expect(items.map(({ name }) => name)).toContain('programme.artist_created');
    expect(JSON.stringify(items)).not.toContain('424242');
  });
  test('stays in its festival', async () => {
    const { standId } = await standWithPast();
    const other = await insertFestival(api.ownerPool, {});
    const { client } = await api.person({ roles: [{ festivalId: other.id, role: 'ORGANISER' }] });
    await expect(past(client, standId)).rejects.toMatchObject({ status: 403 });
    const there = { festivalId: other.id, recordId: standId };
    expect(await client.history.recordHistory({ params: there })).toEqual({ items: [], next: null });
  });
  test('of what is no record is empty; a cursor that is none is refused', async () => {
    const { client } = await person('ORGANISER');
    expect(await past(client, v7())).toEqual({ items: [], next: null });
    await expect(past(client, v7(), { cursor: 'x' })).rejects.toMatchObject({ status: 400 });
    await expect(past(client, 'no-id')).rejects.toMatchObject({ status: 404 });
  });
});

describe('what was taken away', () => {
  test('comes back as it was: a stand with its menu', async () => {
    const { client, onStand } = await standWithPast();
    const body = { name: { en: 'Beer' }, category: 'BEER' as const, price: 500, vat: 2100 };
    const product = await client.stands.createProduct({ params: onStand, body });
    await client.stands.deleteStand({ params: onStand, query: { version: 3 } });
    const back = await client.stands.restoreStand({ params: onStand });
    expect(back).toMatchObject({ name: 'Bar du Lac', version: 5, products: [{ id: product.id, price: 500 }] });
    expect((await past(client, back.id)).items[0]).toMatchObject({ name: 'stands.stand_restored' });
  });
  test('comes back once: of two at once one hears that somebody was faster', async () => {
    const { client, onStand } = await standWithPast();
    await client.stands.deleteStand({ params: onStand, query: { version: 3 } });
    const both = await Promise.allSettled([1, 2].map(() => client.stands.restoreStand({ params: onStand })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(client.stands.restoreStand({ params: onStand })).rejects.toMatchObject({ status: 409 });
  });
  test('is a product too, as long as its stand is there', async () => {
    const { client, onStand } = await standWithPast();
    const body = { name: { en: 'Beer' }, category: 'BEER' as const, price: 500, vat: 2100 };
    const { id: productId } = await client.stands.createProduct({ params: onStand, body });
    const onProduct = { festivalId, productId };
    await expect(client.stands.restoreProduct({ params: onProduct })).rejects.toMatchObject({ status: 409 });
    await client.stands.deleteProduct({ params: onProduct, query: { version: 1 } });
    expect(await client.stands.restoreProduct({ params: onProduct })).toMatchObject({ id: productId, version: 3 });
    await client.stands.deleteProduct({ params: onProduct, query: { version: 3 } });
    await client.stands.deleteStand({ params: onStand, query: { version: 3 } });
    await expect(client.stands.restoreProduct({ params: onProduct })).rejects.toMatchObject({ name: 'STAND_GONE' });
  });
  test('does not come back for whoever may not edit, nor where it never was', async () => {
    const { onStand } = await standWithPast();
    const { client } = await person('FINANCE');
    await expect(client.stands.restoreStand({ params: onStand })).rejects.toMatchObject({ status: 403 });
    const organiser = await person('ORGANISER');
    const nowhere = { festivalId, standId: v7() };
    await expect(organiser.client.stands.restoreStand({ params: nowhere })).rejects.toMatchObject({ status: 404 });
  });
});
