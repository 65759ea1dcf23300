/** A festival's links outlive its address: it keeps those that it was published at, and nobody else can take them. */
import { mostFormerAddresses } from '@festivals/domain/festival/domain-contract';
import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { festivalModule } from './module.ts';
import { draft, failureOf, insertFestival } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [festivalModule] });
});
afterAll(() => api.stop());

const free = () => `free-${v7().slice(-12)}`;

async function opened(status: 'PUBLISHED' | 'DRAFT' | 'CANCELLED' = 'PUBLISHED') {
  const { id, slug } = await insertFestival(api.ownerPool, { status });
  const { client } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
  const params = { festivalId: id };
  let version = 1;
  const rename = async (to: string) => {
    const changed = await client.festival.updateFestival({ params, body: { version, changes: { slug: to } } });
    version = changed.version;
    return changed;
  };
  const formers = async () => (await client.festival.getDomain({ params })).former.map((former) => former.slug);
  return { id, slug, params, client, rename, formers };
}

const guest = () => api.client('site').festival;
const at = (slug: string) => guest().getFestivalBySlug({ params: { slug } });

describe('whose team asks what an address names', () => {
  const mineAt = async (slug: string, { client }: Awaited<ReturnType<TestApi['person']>>) =>
    (await client.festival.findMyFestival({ params: { slug } })).festival;

  test.each(['DRAFT', 'PUBLISHED', 'CANCELLED'] as const)('is told of a festival that is %s', async (status) => {
    const { id, slug, client } = await opened(status);
    expect(await client.festival.findMyFestival({ params: { slug } })).toEqual({ festival: { id, slug } });
    expect(await mineAt(slug, await api.person({ superAdmin: true }))).toEqual({ id, slug });
  });

  test('is told the address of now by each of before, until that is given up', async () => {
    const { id, slug, client, params, rename } = await opened();
    const [second, third] = [free(), free()];
    await rename(second);
    await rename(third);
    for (const address of [slug, second, third])
      expect(await client.festival.findMyFestival({ params: { slug: address } })).toEqual({
        festival: { id, slug: third },
      });
    await client.festival.giveUpAddress({ params: { ...params, slug } });
    expect(await client.festival.findMyFestival({ params: { slug } })).toEqual({ festival: null });
  });

  test('is told nothing of what is not theirs, whatever everyone else may see of it', async () => {
    const strangers = [
      await api.person(),
      await api.person({ roles: [{ festivalId: (await opened()).id, role: 'ORGANISER' }] }),
    ];
    for (const status of ['PUBLISHED', 'DRAFT'] as const) {
      const { slug, rename } = await opened(status);
      const now = free();
      await rename(now);
      for (const stranger of strangers)
        expect([await mineAt(slug, stranger), await mineAt(now, stranger)]).toEqual([null, null]);
    }
  });

  test('has to be signed in; what can be no address is none', async () => {
    expect(await failureOf(guest().findMyFestival({ params: { slug: free() } }))).toMatchObject({ status: 401 });
    const { client } = await api.person();
    for (const slug of ['No Such', 'a\0b-c', 'x'.repeat(61)])
      expect(await failureOf(client.festival.findMyFestival({ params: { slug } }))).toMatchObject({ status: 404 });
    expect(await client.festival.findMyFestival({ params: { slug: free() } })).toEqual({ festival: null });
  });
});

describe('a published festival', () => {
  test('is found at every address that it had, and says which one it has now', async () => {
    const { id, slug, rename, client, params } = await opened();
    const [second, third] = [free(), free()];
    await rename(second);
    await rename(third);
    for (const address of [slug, second, third]) expect(await at(address)).toMatchObject({ id, slug: third });
    const { former, address } = await client.festival.getDomain({ params });
    const site = api.resources.env.SITE_URL;
    expect(address).toBe(`${site}/${third}`);
    expect(former).toEqual([
      { slug: second, address: `${site}/${second}`, leftAt: expect.any(String) },
      { slug, address: `${site}/${slug}`, leftAt: expect.any(String) },
    ]);
  });

  test('takes an address of its own back', async () => {
    const { id, slug, rename, formers } = await opened();
    const second = free();
    await rename(second);
    expect(await rename(slug)).toMatchObject({ slug });
    expect(await formers()).toEqual([second]);
    expect(await at(second)).toMatchObject({ id, slug });
  });

  test('keeps its former address from everybody else: a new festival, a renamed one, next year’s', async () => {
    const { slug, rename, client, params } = await opened();
    await rename(free());
    const [other, stranger] = [await opened(), await api.person()];
    const startsOn = '2041-07-13';
    const attempts = [
      stranger.client.festival.createFestival({ body: { ...draft(), slug } }),
      other.rename(slug),
      client.festival.duplicateFestival({ params, body: { name: 'Solbrume', slug, startsOn } }),
    ];
    for (const attempt of attempts) expect(await failureOf(attempt)).toMatchObject({ status: 409, name: 'SLUG_TAKEN' });
    expect(await at(other.slug)).toMatchObject({ id: other.id });
  });

  test('gives an address up for next year’s festival', async () => {
    const { id, slug, rename, client, params, formers } = await opened();
    await rename(free());
    await client.festival.giveUpAddress({ params: { ...params, slug } });
    expect(await formers()).toEqual([]);
    expect(await failureOf(at(slug))).toMatchObject({ status: 404 });
    const next = await client.festival.duplicateFestival({
      params,
      body: { name: 'Solbrume', slug, startsOn: '2041-07-13' },
    });
    expect(next.slug).toBe(slug);
    const { rows } = await api.ownerPool.query(
      `select before->>'slug' as slug from event where festival_id = $1 and name = 'festival.address_given_up'`,
      [id],
    );
    expect(rows).toEqual([{ slug }]);
  });

  test('cannot give up the address that it has, one that it never had, or another’s', async () => {
    const { slug, client, params } = await opened();
    const other = await opened();
    await other.rename(free());
    for (const address of [slug, free(), other.slug])
      expect(await failureOf(client.festival.giveUpAddress({ params: { ...params, slug: address } }))).toMatchObject({
        status: 404,
      });
    expect(await at(other.slug)).toMatchObject({ id: other.id });
  });

  test('collects no names: it keeps so many and no more', async () => {
    const { client, params, slug, rename, formers } = await opened();
    for (let times = 0; times < mostFormerAddresses; times += 1) await rename(free());
    const last = free();
    expect(await failureOf(rename(last))).toMatchObject({
      status: 409,
      name: 'TOO_MANY_ADDRESSES',
      details: { most: mostFormerAddresses },
    });
    // Back to one that it had, it keeps as many as before.
    await rename(slug);
    expect(await formers()).toHaveLength(mostFormerAddresses);
    await client.festival.giveUpAddress({ params: { ...params, slug: (await formers())[0] ?? '' } });
    expect(await rename(last)).toMatchObject({ slug: last });
  });
});

test.each(['DRAFT', 'CANCELLED'] as const)('what nobody ever saw keeps no address: %s', async (status) => {
  const { id, slug, rename, formers } = await opened(status);
  // Called off before it was ever published.
  await api.ownerPool.query('update festival set published_at = null where id = $1', [id]);
  await rename(free());
  expect(await formers()).toEqual([]);
  const { client } = await api.person();
  expect(await client.festival.createFestival({ body: { ...draft(), slug } })).toMatchObject({ slug });
});

test('of many who want an address that is just being left, nobody gets it', async () => {
  const { id, slug, rename } = await opened();
  const { client } = await api.person();
  const now = free();
  const outcomes = await Promise.all([
    rename(now).then(() => 'renamed'),
    ...Array.from({ length: 8 }, async () => {
      const failure = await failureOf(client.festival.createFestival({ body: { ...draft(), slug } }));
      return failure?.name ?? 'taken over';
    }),
  ]);
  expect(outcomes).toEqual(['renamed', ...Array.from({ length: 8 }, () => 'SLUG_TAKEN')]);
  expect(await at(slug)).toMatchObject({ id, slug: now });
});

test.each(Role.options)('%s gives an address up only if they may edit the festival', async (role) => {
  const { id, slug, rename } = await opened();
  await rename(free());
  const { client } = await api.person({ roles: [{ festivalId: id, role }] });
  const failure = await failureOf(client.festival.giveUpAddress({ params: { festivalId: id, slug } }));
  expect(failure?.status ?? 204).toBe(role === 'ORGANISER' ? 204 : 403);
});
