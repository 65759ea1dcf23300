import { emptySections } from '@festivals/domain/festival/details';
import { Role } from '@festivals/domain/identity/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { failureOf, insertFestival } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function opened(status: 'DRAFT' | 'PUBLISHED' = 'PUBLISHED') {
  const { id } = await insertFestival(api.ownerPool, { status });
  const { client } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
  return { id, params: { festivalId: id }, client };
}
const contact = {
  organisation: 'Les Prés asbl',
  address: 'Chemin des Saules 1\n1000 Valbrume',
  email: 'bonjour@solbrume.example',
  phone: '+32 2 555 01 00',
  website: 'https://solbrume.example/',
};

describe('the details', () => {
  test('are empty at first, and each part has a version of its own', async () => {
    const { params, client } = await opened();
    const empty = await client.festival.getDetails({ params });
    expect(Object.values(empty).map(({ version }) => version)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(empty.legal.content).toEqual(emptySections.legal);

    await client.festival.saveDetails({ params, body: { section: 'contact', version: 0, content: contact } });
    const social = ['https://www.instagram.com/solbrume'];
    await client.festival.saveDetails({ params, body: { section: 'social', version: 0, content: social } });
    const saved = await client.festival.saveDetails({
      params,
      body: { section: 'contact', version: 1, content: { ...contact, phone: null } },
    });
    expect(saved).toMatchObject({
      contact: { version: 2, content: { ...contact, phone: null } },
      social: { version: 1, content: social },
      faq: { version: 0 },
    });
    expect(await api.client('site').festival.getDetails({ params })).toEqual(saved);
  });

  test('hold the ways to the site and a guide to it, topic by topic', async () => {
    const { params, client } = await opened();
    const travel = { TRAIN: { en: 'To **Valbrume**, then on foot.' }, CAR: { fr: 'Sortie 12' } };
    const guide = { CAMPING: { en: '## From Thursday' } };
    await client.festival.saveDetails({ params, body: { section: 'travel', version: 0, content: travel } });
    await client.festival.saveDetails({ params, body: { section: 'guide', version: 0, content: guide } });
    expect(await api.client('site').festival.getDetails({ params })).toMatchObject({
      travel: { version: 1, content: travel },
      guide: { version: 1, content: guide },
    });
    for (const content of [
      { ROCKET: { en: 'Up' } },
      { CAR: { en: 'x'.repeat(3001) } },
      { CAR: { en: 'a\u0000b' } },
      [],
    ]) {
      const body = { section: 'travel' as const, version: 1, content: content as object };
      expect(await failureOf(client.festival.saveDetails({ params, body }))).toMatchObject({
        name: 'VALIDATION_FAILED',
      });
    }
  });

  test('hold what tokens cost, or that there are none', async () => {
    const { params, client } = await opened();
    expect((await client.festival.getDetails({ params })).tokens.content).toEqual({ count: 1, price: null });
    const save = (version: number, content: { count: number; price: number | null }) =>
      client.festival.saveDetails({ params, body: { section: 'tokens', version, content } });
    expect((await save(0, { count: 4, price: 1000 })).tokens).toEqual({
      version: 1,
      content: { count: 4, price: 1000 },
    });
    expect((await save(1, { count: 4, price: null })).tokens.version).toBe(2);
    for (const content of [
      { count: 0, price: 100 },
      { count: 1, price: 0 },
      { count: 1.5, price: 100 },
      { count: 1, price: 10.5 },
      { count: 1001, price: 100 },
    ])
      expect(await failureOf(save(2, content))).toMatchObject({ name: 'VALIDATION_FAILED' });
  });

  test('are written down with what they were', async () => {
    const { id, params, client } = await opened();
    const content = [{ question: { en: 'Dogs?' }, answer: { en: 'At home.' } }];
    await client.festival.saveDetails({ params, body: { section: 'faq', version: 0, content } });
    const { rows } = await api.ownerPool.query('select name, before, after from event where festival_id = $1', [id]);
    expect(rows).toEqual([{ name: 'festival.details_changed', before: { faq: [] }, after: { faq: content } }]);
  });

  test('of a draft are its team’s alone', async () => {
    const { params, client } = await opened('DRAFT');
    expect((await failureOf(api.client('site').festival.getDetails({ params })))?.status).toBe(404);
    expect((await client.festival.getDetails({ params })).vat.version).toBe(0);
  });

  test('saved by two at once are saved by one', async () => {
    const { params, client } = await opened();
    const save = () =>
      failureOf(client.festival.saveDetails({ params, body: { section: 'contact', version: 0, content: contact } }));
    const outcomes = await Promise.all([save(), save(), save(), save()]);
    expect(outcomes.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(outcomes.filter((failure) => failure?.name === 'CONFLICT')).toHaveLength(3);
    expect((await client.festival.getDetails({ params })).contact.version).toBe(1);
  });

  test.each(Role.options)('may be changed by an organiser, seen by %s', async (role) => {
    const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    const { client } = await api.person({ roles: [{ festivalId: id, role }] });
    const params = { festivalId: id };
    const body = { section: 'contact', version: 0, content: contact } as const;
    expect((await failureOf(client.festival.saveDetails({ params, body })))?.status).toBe(
      role === 'ORGANISER' ? undefined : 403,
    );
    expect((await client.festival.getDetails({ params })).contact.version).toBe(role === 'ORGANISER' ? 1 : 0);
  });

  test.each([
    { section: 'contact', content: { ...contact, email: 'nobody' } },
    { section: 'contact', content: { ...contact, organisation: 'a\u0000b' } },
    { section: 'contact', content: { ...contact, website: 'http://solbrume.example/' } },
    { section: 'contact', content: { ...contact, website: 'javascript:alert(1)' } },
    { section: 'social', content: ['https://instagram.com.evil.example/'] },
    { section: 'social', content: ['https://x.com/a', 'https://x.com/a'] },
    { section: 'faq', content: [{ question: { en: 'x'.repeat(201) }, answer: {} }] },
    { section: 'faq', content: [{ question: {}, answer: { en: 'Yes.' } }] },
    { section: 'faq', content: [{ question: { en: 'Dogs?' }, answer: { en: '  ', fr: '' } }] },
    { section: 'legal', content: { terms: { xx: 'Words' }, privacy: {}, refunds: {} } },
    { section: 'legal', content: { terms: { en: 'x'.repeat(20_001) }, privacy: {}, refunds: {} } },
    { section: 'policies', content: { TELEPORTATION: { en: 'No' } } },
    { section: 'vat', content: [{ name: 'Standard', rate: 10_001, from: null }] },
    {
      section: 'vat',
      content: [
        { name: 'A', rate: 1, from: null },
        { name: 'A', rate: 2, from: null },
      ],
    },
    { section: 'weather', content: {} },
    { section: 'vat', content: 'none' },
  ])('refuse what makes no sense: $section %#', async (body) => {
    const { params, client } = await opened();
    const wrong = { version: 0, ...body } as never;
    expect(await failureOf(client.festival.saveDetails({ params, body: wrong }))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
  });
});

describe('the checklist', () => {
  test('says what is missing still, and what to know before each step', async () => {
    const { params, client } = await opened('DRAFT');
    const before = await client.festival.getReadiness({ params });
    expect(before.advice).toEqual(['contact', 'legal', 'vat', 'policies', 'faq', 'programme', 'map', 'stands', 'team']);
    expect(before.steps).toMatchObject([
      { to: 'PUBLISHED', blockers: ['ticket_type'], cautions: [] },
      { to: 'CANCELLED', blockers: [], cautions: [] },
    ]);
    await client.festival.saveDetails({ params, body: { section: 'contact', version: 0, content: contact } });
    const vat = [{ name: 'Standard', rate: 2100, from: null }];
    await client.festival.saveDetails({ params, body: { section: 'vat', version: 0, content: vat } });
    expect((await client.festival.getReadiness({ params })).advice).not.toContain('contact');
    expect((await client.festival.getReadiness({ params })).advice).not.toContain('vat');
  });

  test('warns of doors that open long before the first day', async () => {
    const { params, client } = await opened('PUBLISHED');
    expect((await client.festival.getReadiness({ params })).steps).toContainEqual({
      to: 'ONGOING',
      blockers: [],
      cautions: ['before_first_day'],
    });
  });
});

describe('the hour at which a day ends', () => {
  test('puts every set on the day that it then belongs to', async () => {
    const { params, client } = await opened();
    const stage = await client.programme.createStage({ params, body: { name: 'Nocturne' } });
    const set = await client.programme.createSlot({
      params,
      body: {
        stageId: stage.id,
        title: 'Last dance',
        startsAt: '2040-07-14T01:30:00Z',
        endsAt: '2040-07-14T02:30:00Z',
      },
    });
    expect(set.day).toBe('2040-07-13');
    const { version } = await client.festival.getFestival({ params });
    const changed = await client.festival.updateFestival({ params, body: { version, changes: { cutOff: 2 } } });
    expect(changed.cutOff).toBe(2);
    await api.runJobsOnce();
    const [moved] = (await client.programme.getProgrammeDraft({ params })).slots;
    expect(moved).toMatchObject({ day: '2040-07-14', version: set.version });
  });
});

describe('a colour of its own', () => {
  test('is taken when it can be seen, and refused when it cannot', async () => {
    const { params, client } = await opened();
    const { version, theme } = await client.festival.getFestival({ params });
    const change = (accent: string) =>
      client.festival.updateFestival({
        params,
        body: { version, changes: { theme: { ...theme, accent, typeface: 'classic', corners: 'sharp' } } },
      });
    expect(await failureOf(change('#ffe600'))).toMatchObject({
      status: 400,
      details: { issues: [{ message: 'too_weak' }] },
    });
    expect((await change('#8b5cf6')).theme).toMatchObject({ accent: '#8b5cf6', typeface: 'classic' });
  });
});
