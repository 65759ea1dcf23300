import { attemptLimits } from '@festivals/domain/identity/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../mail/mailbox.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { identityModule } from './module.ts';

const clock = movableClock();
const password = 'sept chats dans le foin';
const better = 'vingt loups dans le bois';
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule], clock });
});
afterAll(() => api.stop());

const anonymous = (face: 'site' | 'office' = 'site') => api.client(face).identity;

async function mailsTo(email: string) {
  await api.runJobsOnce();
  return (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter(({ to }) => to === email);
}

/** Lets the time pass within which the same is not mailed twice; the log's clock is the database's. */
const aMinuteLater = () => api.ownerPool.query(`update event set at = at - interval '61 seconds'`);

async function resetToken(email: string): Promise<string> {
  await anonymous().forgotPassword({ body: { email } });
  const [newest] = await mailsTo(email);
  return /token=([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? '';
}

const signIn = (email: string, word: string) => api.browser('site').identity.login({ body: { email, password: word } });

describe('a forgotten password', () => {
  it('is replaced by mail, and every session ends', async () => {
    const { email, client } = await api.person({ password, language: 'de' });
    const token = await resetToken(email);
    expect((await mailsTo(email))[0]?.subject).toBe('Wähle ein neues Passwort');
    await anonymous().resetPassword({ body: { token, password: better } });
    expect(await refusalOf(client.identity.me({}))).toMatchObject({ status: 401 });
    expect(await refusalOf(signIn(email, password))).toMatchObject({ name: 'INVALID_CREDENTIALS' });
    expect((await signIn(email, better)).me.email).toBe(email);
    expect((await mailsTo(email))[0]?.subject).toBe('Dein Passwort wurde geändert');
  });

  it('is answered the same for an unknown address, which is sent nothing', async () => {
    const { email } = await api.person({ password });
    const ask = (address: string) =>
      fetch(`${api.url}/auth/password/forgot`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: address }),
      });
    const [known, unknown] = [await ask(email), await ask('nobody@example.org')];
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(known.status).toBe(202);
    expect(await mailsTo('nobody@example.org')).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is mailed once a minute, however often it is asked for', async () => {
    const { email } = await api.person({ password });
    for (let index = 0; index < 5; index += 1) await anonymous().forgotPassword({ body: { email } });
    expect(await mailsTo(email)).toHaveLength(1);
    await aMinuteLater();
    await anonymous().forgotPassword({ body: { email } });
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('leads to the face where it was asked for', async () => {
    const { email } = await api.person({ password });
    await anonymous('office').forgotPassword({ body: { email } });
    const [mail] = await mailsTo(email);
    expect(mail?.text).toContain(`${api.resources.env.OFFICE_URL}/reset-password?token=`);
  });
});

describe('the token of a reset mail', () => {
  it('works once, even twenty times at once', async () => {
    const { email } = await api.person({ password });
    const token = await resetToken(email);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        anonymous().resetPassword({ body: { token, password: `${better} ${index}` } }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is void when a newer mail was asked for, and after an hour', async () => {
    const { email } = await api.person({ password });
    const older = await resetToken(email);
    await aMinuteLater();
    const newer = await resetToken(email);
    expect(await refusalOf(anonymous().resetPassword({ body: { token: older, password: better } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    clock.pass(3601);
    expect(await refusalOf(anonymous().resetPassword({ body: { token: newer, password: better } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    expect((await signIn(email, password)).me.email).toBe(email);
  });

  it('survives a weak password, judged by its owner’s own name', async () => {
    const { email } = await api.person({ password, name: 'Camille Durand' });
    const token = await resetToken(email);
    expect(await refusalOf(anonymous().resetPassword({ body: { token, password: 'camilledurand' } }))).toMatchObject({
      name: 'WEAK_PASSWORD',
    });
    await anonymous().resetPassword({ body: { token, password: better } });
    expect((await signIn(email, better)).me.email).toBe(email);
  });

  it('lets the owner in again at once, whoever has been guessing', async () => {
    const { email } = await api.person({ password });
    await Promise.all(
      Array.from({ length: attemptLimits.accountAtAddress }, () => refusalOf(signIn(email, 'no idea at all'))),
    );
    expect(await refusalOf(signIn(email, password))).toMatchObject({ name: 'TOO_MANY_ATTEMPTS' });
    await anonymous().resetPassword({ body: { token: await resetToken(email), password: better } });
    expect((await signIn(email, better)).me.email).toBe(email);
  });

  it('does not bring a deleted account back', async () => {
    const { email, id } = await api.person({ password });
    const token = await resetToken(email);
    await api.ownerPool.query('update person set deleted_at = now() where id = $1', [id]);
    expect(await refusalOf(anonymous().resetPassword({ body: { token, password: better } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
  });
});
