import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../mail/mailbox.ts';
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

const newcomer = (email: string, more: object = {}) => ({
  email,
  password,
  name: 'Camille Durand',
  language: 'fr' as const,
  ...more,
});
const register = (body: ReturnType<typeof newcomer>) => api.client('site').identity.register({ body });

async function mailsTo(email: string) {
  await api.runJobsOnce();
  return (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter(({ to }) => to === email);
}

async function tokenOf(email: string): Promise<string> {
  const [newest] = await mailsTo(email);
  return /token=([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? '';
}

describe('registering', () => {
  it('leads by a mail to a confirmed account that can sign in', async () => {
    const email = 'a@example.org';
    await register(newcomer(email));
    const site = api.browser('site');
    expect(await refusalOf(site.identity.login({ body: { email, password } }))).toMatchObject({
      status: 403,
      name: 'EMAIL_NOT_VERIFIED',
    });
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('Confirmez votre adresse');
    expect(mail?.text).toContain(`${api.resources.env.SITE_URL}/fr/account/verify#token=`);
    await site.identity.verifyEmail({ body: { token: await tokenOf(email) } });
    const { me, tokens } = await site.identity.login({ body: { email, password } });
    expect(me).toMatchObject({
      email,
      name: 'Camille Durand',
      language: 'fr',
      emailVerified: true,
      superAdmin: false,
      memberships: [],
    });
    expect(tokens).toBeNull();
    expect((await site.identity.me({})).id).toBe(me.id);
  });

  it('answers a known address the same, and tells only its mailbox', async () => {
    const { email } = await api.person({ email: 'known@example.org', password });
    const before = await api.ownerPool.query('select * from person where email = $1', [email]);
    const raw = (address: string) =>
      fetch(`${api.url}/auth/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-face': 'site' },
        body: JSON.stringify(newcomer(address, { password: 'vingt loups dans le bois', name: 'Intruder' })),
      });
    const [known, unknown] = [await raw(email), await raw('unknown@example.org')];
    expect(known.status).toBe(202);
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect([...known.headers.keys()].toSorted()).toEqual([...unknown.headers.keys()].toSorted());
    expect((await api.ownerPool.query('select * from person where email = $1', [email])).rows).toEqual(before.rows);
    const mails = await mailsTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual(['You already have an account']);
    expect(mails[0]?.text).not.toContain('token=');
  });

  it('hashes a password for known addresses as for unknown ones', async () => {
    const { email } = await api.person({ email: 'slow@example.org', password });
    const took = async (call: () => Promise<unknown>) => {
      const start = performance.now();
      await call();
      return performance.now() - start;
    };
    // A weak password is refused before it is hashed; Argon2id takes many milliseconds. In turns, and the quickest of each: what else
    // the machine does only makes them slower.
    let [known, unhashed] = [Infinity, Infinity];
    for (let index = 0; index < 10; index += 1) {
      known = Math.min(known, await took(() => register(newcomer(email))));
      unhashed = Math.min(
        unhashed,
        await took(() => refusalOf(register(newcomer(email, { password: 'password123' })))),
      );
    }
    expect(known).toBeGreaterThan(unhashed + 5);
  });

  it('makes one account of twenty registrations at once', async () => {
    const email = 'twenty@example.org';
    await Promise.all(Array.from({ length: 20 }, () => register(newcomer(email))));
    const { rows } = await api.ownerPool.query('select id from person where email = $1', [email]);
    expect(rows).toHaveLength(1);
  });

  it('lets whoever registered last have an unconfirmed address, and voids the mails before', async () => {
    const email = 'victim@example.org';
    await register(newcomer(email, { password: 'the attacker knows this', name: 'Attacker' }));
    const old = await tokenOf(email);
    await register(newcomer(email));
    expect(await refusalOf(api.client('site').identity.verifyEmail({ body: { token: old } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    await api.client('site').identity.verifyEmail({ body: { token: await tokenOf(email) } });
    const attempt = { email, password: 'the attacker knows this' };
    expect(await refusalOf(api.browser('site').identity.login({ body: attempt }))).toMatchObject({
      name: 'INVALID_CREDENTIALS',
    });
    expect((await api.browser('site').identity.login({ body: { email, password } })).me.name).toBe('Camille Durand');
  });

  it.each(['password123', 'aaaaaaaaaaaa', 'camille durand', 'abcdefghijkl'])(
    'refuses the weak password %j',
    async (weak) => {
      const refusal = await refusalOf(register(newcomer('weak@example.org', { password: weak })));
      expect(refusal).toMatchObject({ status: 400, name: 'WEAK_PASSWORD' });
    },
  );

  it('never writes a password, a token or an address into the event log', async () => {
    const email = 'quiet@example.org';
    await register(newcomer(email));
    const token = await tokenOf(email);
    await api.client('site').identity.verifyEmail({ body: { token } });
    const { rows } = await api.ownerPool.query<{ text: string }>('select event::text as text from event');
    const log = rows.map(({ text }) => text).join('\n');
    for (const secret of [password, token, email, 'argon2']) expect(log).not.toContain(secret);
  });
});

describe('the token of a verification mail', () => {
  it('works once', async () => {
    const email = 'once@example.org';
    await register(newcomer(email));
    const body = { token: await tokenOf(email) };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => api.client('site').identity.verifyEmail({ body })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('runs out after two days, and is no token for a new password', async () => {
    const email = 'late@example.org';
    await register(newcomer(email));
    const token = await tokenOf(email);
    const anonymous = api.client('site').identity;
    expect(
      await refusalOf(anonymous.resetPassword({ body: { token, password: 'vingt loups dans le bois' } })),
    ).toMatchObject({ name: 'INVALID_TOKEN' });
    clock.pass(48 * 3600 + 1);
    expect(await refusalOf(anonymous.verifyEmail({ body: { token } }))).toMatchObject({
      status: 400,
      name: 'INVALID_TOKEN',
    });
  });
});
