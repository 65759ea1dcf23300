import { repeatSeconds } from '@festivals/domain/identity/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { identityModule } from './module.ts';

const clock = movableClock();
const password = 'sept chats dans le foin';
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule], clock });
});
afterAll(() => api.stop());

const asNative = { headers: { 'x-tokens': 'body' } };

/** A person signed in as a native app is. */
async function native(email?: string) {
  const account = email ?? (await api.person({ password })).email;
  const { me, tokens } = await api.client('app').identity.login({ body: { email: account, password } }, asNative);
  if (!tokens) throw new Error('A native caller was given no tokens.');
  return { me, email: account, ...tokens };
}

const renew = async (refresh: string) => {
  const { tokens } = await api.client('app').identity.refresh({ body: { refresh } }, asNative);
  if (!tokens) throw new Error('A native caller was given no tokens.');
  return tokens;
};
const isSignedIn = (access: string) =>
  api
    .client('app', access)
    .identity.me({})
    .then(
      () => true,
      () => false,
    );

describe('renewing a session', () => {
  it('gives new tokens in the place of the old', async () => {
    const first = await native();
    const second = await renew(first.refresh);
    expect(second.refresh).not.toBe(first.refresh);
    expect(await isSignedIn(second.access)).toBe(true);
    const third = await renew(second.refresh);
    expect(new Set([first.refresh, second.refresh, third.refresh]).size).toBe(3);
  });

  it('goes by cookies for a browser, which never sees a token', async () => {
    const { email } = await api.person({ password });
    const office = api.browser('office');
    await office.identity.login({ body: { email, password } });
    const before = office.cookies.get('office_refresh');
    expect((await office.identity.refresh({ body: {} }, asNative)).tokens).toBeNull();
    expect(office.cookies.get('office_refresh')).not.toBe(before);
    expect((await office.identity.me({})).email).toBe(email);
  });

  it('lives seven days from the last renewal, and no longer', async () => {
    let { refresh } = await native();
    clock.pass(6 * 24 * 3600);
    ({ refresh } = await renew(refresh));
    clock.pass(6 * 24 * 3600);
    ({ refresh } = await renew(refresh));
    clock.pass(7 * 24 * 3600 + 1);
    expect(await refusalOf(renew(refresh))).toMatchObject({ status: 401, name: 'SESSION_EXPIRED' });
  });

  it('is refused without a token and with an invented one', async () => {
    expect(await refusalOf(api.browser('site').identity.refresh({ body: {} }))).toMatchObject({
      name: 'SESSION_EXPIRED',
    });
    expect(await refusalOf(renew('invented'))).toMatchObject({ name: 'SESSION_EXPIRED' });
  });

  it('answers twenty tabs at once with one and the same successor', async () => {
    const { refresh } = await native();
    const renewals = await clock.standStill(() => Promise.all(Array.from({ length: 20 }, () => renew(refresh))));
    const successors = new Set(renewals.map((tokens) => tokens.refresh));
    expect(successors.size).toBe(1);
    const [successor = ''] = successors;
    expect(await isSignedIn((await renew(successor)).access)).toBe(true);
  });

  it('forgives a lost answer for a moment', async () => {
    const { refresh } = await native();
    await clock.standStill(async () => {
      const lost = await renew(refresh);
      clock.pass(repeatSeconds - 2);
      expect((await renew(refresh)).refresh).toBe(lost.refresh);
    });
  });
});

describe('a refresh token used before', () => {
  it('ends the whole family, the thief’s tokens and the owner’s', async () => {
    const owner = await native();
    const other = await native(owner.email);
    const thief = await renew(owner.refresh);
    clock.pass(repeatSeconds + 1);
    expect(await refusalOf(renew(owner.refresh))).toMatchObject({ status: 401, name: 'SESSION_REVOKED' });
    expect(await refusalOf(renew(thief.refresh))).toMatchObject({ name: 'SESSION_REVOKED' });
    expect(await isSignedIn(thief.access)).toBe(false);
    expect(await isSignedIn(other.access)).toBe(true);
    const { rows } = await api.ownerPool.query(
      `select name from event where subject_id = $1 and name = 'identity.session_replayed'`,
      [owner.me.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('ends the family at once when its successor was used', async () => {
    const { refresh } = await native();
    const second = await renew(refresh);
    const third = await renew(second.refresh);
    expect(await refusalOf(renew(refresh))).toMatchObject({ name: 'SESSION_REVOKED' });
    expect(await isSignedIn(third.access)).toBe(false);
  });

  it('shows two with the same token up, although both were answered in the moment of grace', async () => {
    const { refresh } = await native();
    const [owner, thief] = await clock.standStill(async () => [await renew(refresh), await renew(refresh)] as const);
    expect(owner.refresh).toBe(thief.refresh);
    const later = await renew(thief.refresh);
    clock.pass(repeatSeconds + 1);
    expect(await refusalOf(renew(owner.refresh))).toMatchObject({ name: 'SESSION_REVOKED' });
    expect(await isSignedIn(later.access)).toBe(false);
  });

  it('takes a browser’s cookies back', async () => {
    const { email } = await api.person({ password });
    const site = api.browser('site');
    await site.identity.login({ body: { email, password } });
    const stolen = site.cookies.get('site_refresh') ?? '';
    await site.identity.refresh({ body: {} });
    clock.pass(repeatSeconds + 1);
    site.cookies.set('site_refresh', stolen);
    expect(await refusalOf(site.identity.refresh({ body: {} }))).toMatchObject({ name: 'SESSION_REVOKED' });
    expect([...site.cookies.keys()]).toEqual([]);
  });

  it('is stored nowhere but as a hash', async () => {
    const { refresh } = await native();
    const next = await renew(refresh);
    const { rows } = await api.ownerPool.query<{ text: string }>(
      `select encode(hash, 'escape') as text from refresh_token union all select event::text from event union all select answer from idempotency`,
    );
    for (const { text } of rows) for (const token of [refresh, next.refresh]) expect(text).not.toContain(token);
  });
});

describe('signing out', () => {
  it('ends this session at once, its access token included', async () => {
    const here = await native();
    const second = await native(here.email);
    await api.client('app', here.access).identity.logout({});
    expect(await isSignedIn(here.access)).toBe(false);
    expect(await refusalOf(renew(here.refresh))).toMatchObject({ name: 'SESSION_REVOKED' });
    expect(await isSignedIn(second.access)).toBe(true);
  });

  it('takes the browser’s cookies', async () => {
    const { email } = await api.person({ password });
    const site = api.browser('site');
    await site.identity.login({ body: { email, password } });
    expect(site.cookies.size).toBe(2);
    await site.identity.logout({});
    expect(site.cookies.size).toBe(0);
  });

  it('everywhere ends all sessions of mine and none of others', async () => {
    const [mine, other] = [await native(), await native()];
    const second = await native(mine.email);
    await api.client('app', mine.access).identity.logoutEverywhere({});
    expect(await isSignedIn(mine.access)).toBe(false);
    expect(await isSignedIn(second.access)).toBe(false);
    expect(await isSignedIn(other.access)).toBe(true);
  });
});

describe('my sessions', () => {
  it('are listed, the one that asks marked, and can be ended one by one', async () => {
    const mine = await native();
    const second = await native(mine.email);
    const client = api.client('app', mine.access).identity;
    const listed = await client.listSessions({});
    expect(listed.filter(({ current }) => current)).toHaveLength(1);
    const other = listed.find(({ current }) => !current);
    expect(other).toMatchObject({ face: 'app' });
    if (!other) return;
    await client.revokeSession({ params: { sessionId: other.id } });
    expect(await isSignedIn(second.access)).toBe(false);
    expect(await client.listSessions({})).toHaveLength(1);
    expect(await refusalOf(client.revokeSession({ params: { sessionId: other.id } }))).toMatchObject({ status: 404 });
  });

  it('are neither seen nor ended by anyone else, a super-admin included', async () => {
    const mine = await native();
    const [session] = await api.client('app', mine.access).identity.listSessions({});
    if (!session) throw new Error('A session was expected.');
    const stranger = await api.person({ superAdmin: true });
    expect((await stranger.client.identity.listSessions({})).map(({ id }) => id)).not.toContain(session.id);
    expect(
      await refusalOf(stranger.client.identity.revokeSession({ params: { sessionId: session.id } })),
    ).toMatchObject({ status: 404 });
    expect(await isSignedIn(mine.access)).toBe(true);
  });

  it('are asked of those signed in alone', async () => {
    const guest = api.client('app').identity;
    const calls = [
      guest.me({}),
      guest.listSessions({}),
      guest.logout({}),
      guest.logoutEverywhere({}),
      guest.updateMe({ body: { name: 'X' } }),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf)))
      expect(refusal).toMatchObject({ status: 401, name: 'NOT_SIGNED_IN' });
  });
});

describe('my profile', () => {
  it('changes what is named and leaves the rest', async () => {
    const { client, id } = await api.person({ name: 'Camille Durand', language: 'fr' });
    expect(await client.identity.updateMe({ body: { phone: '+33612345678' } })).toMatchObject({
      name: 'Camille Durand',
      phone: '+33612345678',
      language: 'fr',
    });
    expect(await client.identity.updateMe({ body: { language: 'de', phone: null } })).toMatchObject({
      phone: null,
      language: 'de',
    });
    const { rows } = await api.ownerPool.query<{ text: string }>(
      'select event::text as text from event where subject_id = $1',
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ text }) => text).join()).not.toContain('612345');
  });

  it.each([{ name: '' }, { name: 'a\u0000b' }, { language: 'xx' }, { phone: '0612' }])('refuses %j', async (body) => {
    const { token } = await api.person();
    const response = await fetch(`${api.url}/auth/me`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });
});
