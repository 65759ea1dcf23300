import type { FestivalId } from '@festivals/domain/primitives';
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

const guest = () => api.client('site');
const create = async () => {
  const organiser = await api.person();
  return { organiser, festival: await organiser.client.festival.createFestival({ body: draft() }) };
};
const eventsOf = async (festivalId: string) =>
  (
    await api.ownerPool.query('select name, actor_id, before, after from event where festival_id = $1 order by seq', [
      festivalId,
    ])
  ).rows;

describe('creating', () => {
  test('makes a draft, makes its creator the organiser, and leaves events', async () => {
    const { organiser, festival } = await create();
    expect(festival).toMatchObject({
      status: 'DRAFT',
      version: 1,
      publishedAt: null,
      startsOn: '2040-07-13',
      languages: ['fr', 'en'],
    });
    expect(festival.theme.palette).toBe('sunset');
    const { rows } = await api.ownerPool.query('select person_id, role from membership where festival_id = $1', [
      festival.id,
    ]);
    expect(rows).toEqual([{ person_id: organiser.id, role: 'ORGANISER' }]);
    const events = await eventsOf(festival.id);
    expect(events.map((event) => event.name)).toEqual(['festival.created', 'identity.member_added']);
    expect(events[0]).toMatchObject({ actor_id: organiser.id, after: { slug: festival.slug } });
  });

  test('needs a person, and a verified address', async () => {
    expect(await failureOf(guest().festival.createFestival({ body: draft() }))).toMatchObject({ status: 401 });
    const unverified = await api.person();
    await api.ownerPool.query('update person set email_verified_at = null where id = $1', [unverified.id]);
    const refused = await failureOf(unverified.client.festival.createFestival({ body: draft() }));
    expect(refused).toMatchObject({ status: 403, name: 'EMAIL_NOT_VERIFIED' });
  });

  test.each([
    { fault: 'an end before its start', change: { startsOn: '2040-07-16' }, path: 'endsOn' },
    { fault: 'a day that no calendar has', change: { startsOn: '2040-02-30' }, path: 'startsOn' },
    { fault: 'a hundred years', change: { startsOn: '2040-07-13', endsOn: '2199-12-31' }, path: 'endsOn' },
    { fault: 'a year before railways', change: { startsOn: '1899-12-31', endsOn: '1900-01-01' }, path: 'startsOn' },
    { fault: 'a zone that nobody lives in', change: { zone: 'Europe/Solbrume' }, path: 'zone' },
    { fault: 'a language twice', change: { languages: ['fr', 'fr'] as const }, path: 'languages' },
    { fault: 'no language', change: { languages: [] }, path: 'languages' },
    { fault: 'an address with capitals', change: { slug: 'Solbrume' }, path: 'slug' },
    { fault: 'an address that is a page of the site', change: { slug: 'account' }, path: 'slug' },
    { fault: 'half a character', change: { name: 'Sol\ud83c' }, path: 'name' },
    { fault: 'control characters in its name', change: { name: 'Sol\u0000brume' }, path: 'name' },
    { fault: 'a place off the globe', change: { place: { ...draft().place, latitude: 91 } }, path: 'place.latitude' },
  ])('refuses $fault', async ({ change, path }) => {
    const { client } = await api.person();
    const refused = await failureOf(
      client.festival.createFestival({ body: { ...draft(), ...change, languages: [...(change.languages ?? ['fr'])] } }),
    );
    expect(refused).toMatchObject({ status: 400, name: 'VALIDATION_FAILED', details: { issues: [{ path }] } });
  });

  test('gives an address to one of twenty who want it at once', async () => {
    const { client } = await api.person();
    const { slug } = draft();
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => client.festival.createFestival({ body: { ...draft(), slug } })),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason);
    expect(refused.every((reason) => reason.status === 409 && reason.name === 'SLUG_TAKEN')).toBe(true);
    const { rows } = await api.ownerPool.query('select count(*) as festivals from festival where slug = $1', [slug]);
    expect(rows).toEqual([{ festivals: 1 }]);
  });

  test('does one key only once', async () => {
    const { client, id } = await api.person();
    const body = draft();
    const first = await client.festival.createFestival({ body }, { idempotencyKey: 'create-once-0001' });
    const again = await client.festival.createFestival({ body }, { idempotencyKey: 'create-once-0001' });
    expect(again).toEqual(first);
    const { rows } = await api.ownerPool.query('select count(*) as teams from membership where person_id = $1', [id]);
    expect(rows).toEqual([{ teams: 1 }]);
  });
});

describe('finding', () => {
  test('shows a draft to its team alone', async () => {
    const { organiser, festival } = await create();
    const stranger = await api.person();
    const params = { festivalId: festival.id };
    expect(await organiser.client.festival.getFestival({ params })).toEqual(festival);
    expect(await failureOf(stranger.client.festival.getFestival({ params }))).toMatchObject({ status: 404 });
    expect(await failureOf(guest().festival.getFestival({ params }))).toMatchObject({ status: 404 });
    expect(await failureOf(guest().festival.getFestivalBySlug({ params: { slug: festival.slug } }))).toMatchObject({
      status: 404,
    });
    const listed = await guest().festival.listFestivals({ query: { limit: 200 } });
    expect(listed.items.map((item) => item.id)).not.toContain(festival.id);
  });

  test('shows a published one to everyone, and forgets a deleted one', async () => {
    const { id, slug } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    expect(await guest().festival.getFestival({ params: { festivalId: id } })).toMatchObject({
      id,
      slug,
      status: 'PUBLISHED',
    });
    expect(await guest().festival.getFestivalBySlug({ params: { slug } })).toMatchObject({ id });
    await api.ownerPool.query('update festival set deleted_at = now() where id = $1', [id]);
    expect(await failureOf(guest().festival.getFestival({ params: { festivalId: id } }))).toMatchObject({
      status: 404,
    });
    expect(await failureOf(guest().festival.getFestivalBySlug({ params: { slug } }))).toMatchObject({ status: 404 });
  });

  test.each(['not-an-id', v7()])('knows nothing of the festival %s', async (id) => {
    // An id of the wrong shape is what the types forbid and a stranger sends all the same.
    const festivalId = id as FestivalId;
    expect(await failureOf(guest().festival.getFestival({ params: { festivalId } }))).toMatchObject({
      status: 404,
      name: 'NOT_FOUND',
    });
  });

  test('lists page by page what is to come, the next first, and then what is over, the latest first, each once', async () => {
    const starts = ['2041-05-03', '1999-08-01', '2041-05-01', '2041-05-02', '2003-06-01', '2041-05-02', '2041-05-01'];
    const made = await Promise.all(
      starts.map((startsOn) => insertFestival(api.ownerPool, { status: 'PUBLISHED', startsOn, endsOn: startsOn })),
    );
    const ids = new Set<string>(made.map((festival) => festival.id));
    const seen: Array<{ id: string; startsOn: string }> = [];
    let cursor: string | undefined;
    do {
      const page = await guest().festival.listFestivals({ query: { limit: 2, ...(cursor && { cursor }) } });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    const ours = seen.filter((festival) => ids.has(festival.id)).map((festival) => festival.startsOn);
    const toCome = ['2041-05-01', '2041-05-01', '2041-05-02', '2041-05-02', '2041-05-03'];
    expect(ours).toEqual([...toCome, '2003-06-01', '1999-08-01']);
    expect(new Set(seen.map((festival) => festival.id)).size).toBe(seen.length);
  });

  test('counts a festival as to come until its last day is over where it is', async () => {
    const clock = { now: () => new Date('2044-07-15T21:59:00Z') };
    const evening = await startApi({ modules: [festivalModule], clock });
    try {
      const insert = (startsOn: string, endsOn: string) =>
        insertFestival(evening.ownerPool, { status: 'PUBLISHED', startsOn, endsOn });
      const ending = await insert('2044-07-13', '2044-07-15');
      const next = await insert('2044-07-14', '2044-08-01');
      const order = async () => {
        const { items } = await evening.client('site').festival.listFestivals({});
        return items.map((item) => item.id);
      };
      expect(await order()).toEqual([ending.id, next.id]);
      clock.now = () => new Date('2044-07-15T22:01:00Z');
      expect(await order()).toEqual([next.id, ending.id]);
    } finally {
      await evening.stop();
    }
  });

  test.each([
    'x',
    Buffer.from('["2041-05-01"]').toString('base64url'),
    Buffer.from('["soon","later"]').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) => {
    const refused = await failureOf(guest().festival.listFestivals({ query: { cursor } }));
    expect(refused).toMatchObject({ status: 400, name: 'INVALID_CURSOR' });
  });

  test('lists mine with drafts, the latest first, and nobody else’s', async () => {
    const { organiser, festival } = await create();
    const later = await organiser.client.festival.createFestival({
      body: { ...draft(), startsOn: '2044-01-01', endsOn: '2044-01-02' },
    });
    await create();
    const mine = await organiser.client.festival.listMyFestivals({});
    expect(mine).toMatchObject({ items: [{ id: later.id }, { id: festival.id }], next: null });
    const first = await organiser.client.festival.listMyFestivals({ query: { limit: 1 } });
    const second = await organiser.client.festival.listMyFestivals({ query: { limit: 1, cursor: first.next ?? '' } });
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([later.id, festival.id]);
    expect(await failureOf(guest().festival.listMyFestivals({}))).toMatchObject({ status: 401 });
  });
});

describe('changing', () => {
  test('writes what was sent, leaves the rest, and tells before and after', async () => {
    const { organiser, festival } = await create();
    const params = { festivalId: festival.id };
    const changes = { name: 'Solbrume de nuit', tagline: { fr: 'Venez', en: 'Come' }, endsOn: '2040-07-16' };
    const changed = await organiser.client.festival.updateFestival({ params, body: { version: 1, changes } });
    expect(changed).toEqual({ ...festival, ...changes, version: 2 });
    const event = (await eventsOf(festival.id)).at(-1);
    const before = { name: festival.name, tagline: festival.tagline, endsOn: festival.endsOn };
    expect(event).toMatchObject({ name: 'festival.changed', before, after: changes });
  });

  test('is refused to whoever read an older version; of two at once, one wins', async () => {
    const { organiser, festival } = await create();
    const params = { festivalId: festival.id };
    const rename = (name: string) =>
      organiser.client.festival.updateFestival({ params, body: { version: 1, changes: { name } } });
    const answers = await Promise.allSettled([rename('One'), rename('Two'), rename('Three')]);
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(await failureOf(rename('Late'))).toMatchObject({ status: 409, name: 'CONFLICT', details: { version: 2 } });
  });

  test('cannot turn the dates round by moving one of them', async () => {
    const { organiser, festival } = await create();
    const body = { version: 1, changes: { startsOn: '2040-07-20' } };
    const refused = await failureOf(
      organiser.client.festival.updateFestival({ params: { festivalId: festival.id }, body }),
    );
    expect(refused).toMatchObject({
      status: 400,
      details: { issues: [{ path: 'changes.endsOn', message: 'ends_before_start' }] },
    });
  });

  test('cannot change the currency once prices were shown', async () => {
    const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    const { client } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
    const body = { version: 1, changes: { currency: 'CHF' as const } };
    expect(await failureOf(client.festival.updateFestival({ params: { festivalId: id }, body }))).toMatchObject({
      status: 400,
    });
  });

  test('cannot take another festival’s address', async () => {
    const [one, other] = [await create(), await create()];
    const refused = await failureOf(
      one.organiser.client.festival.updateFestival({
        params: { festivalId: one.festival.id },
        body: { version: 1, changes: { slug: other.festival.slug } },
      }),
    );
    expect(refused).toMatchObject({ status: 409, name: 'SLUG_TAKEN' });
  });
});
