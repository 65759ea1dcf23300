import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../mail/mailbox.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { refusalOf } from '../testing/refusal-of.ts';
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

const newAddress = () => `${v7()}@example.org`;
async function tokenTo(email: string): Promise<string | undefined> {
  await api.runJobsOnce();
  const mail = (await newestMessages(api.resources.env.FESTIVALS_DATA)).find(({ to }) => to === email);
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
}
async function signedIn() {
  const person = await api.person({ password });
  const browser = api.browser('site');
  await browser.identity.login({ body: { email: person.email, password } });
  return { ...person, browser };
}

describe('another address', () => {
  it('is mine once both mailboxes have said so, and keeps what the old one bought', async () => {
    const { browser, email, id } = await signedIn();
    const wanted = newAddress();
    expect(
      await refusalOf(browser.identity.askEmailChange({ body: { email: wanted, password: 'another' } })),
    ).toMatchObject({
      name: 'WRONG_PASSWORD',
    });
    await browser.identity.askEmailChange({ body: { email: wanted.toUpperCase(), password } });
    const [old, fresh] = [await tokenTo(email), await tokenTo(wanted)];
    expect(await browser.identity.confirmEmailChange({ body: { token: fresh ?? '' } })).toMatchObject({
      email,
      change: { email: wanted, oldConfirmed: false, newConfirmed: true },
    });
    expect(await refusalOf(browser.identity.confirmEmailChange({ body: { token: fresh ?? '' } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    expect(await browser.identity.confirmEmailChange({ body: { token: old ?? '' } })).toEqual({
      email: wanted,
      change: null,
    });
    expect((await browser.identity.me({})).email).toBe(wanted);
    expect(await refusalOf(api.browser('site').identity.login({ body: { email, password } }))).toMatchObject({
      status: 401,
    });
    expect((await api.browser('site').identity.login({ body: { email: wanted, password } })).me.id).toBe(id);
  });

  it('is confirmed by nobody else, wherever the mail is opened', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const wanted = newAddress();
    await mine.browser.identity.askEmailChange({ body: { email: wanted, password } });
    const token = (await tokenTo(wanted)) ?? '';
    expect(await refusalOf(api.browser('site').identity.confirmEmailChange({ body: { token } }))).toMatchObject({
      status: 401,
    });
    expect(await refusalOf(theirs.browser.identity.confirmEmailChange({ body: { token } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    expect(await mine.browser.identity.confirmEmailChange({ body: { token } })).toMatchObject({
      change: { newConfirmed: true },
    });
  });

  it('that somebody has is asked for with the same answer, and never written to', async () => {
    const [mine, other] = [await signedIn(), await api.person({ password })];
    await mine.browser.identity.askEmailChange({ body: { email: other.email, password } });
    expect(await tokenTo(other.email)).toBeUndefined();
    expect(await mine.browser.identity.getEmailChange({})).toMatchObject({
      change: { email: other.email, newConfirmed: false },
    });
  });

  it('that somebody registered and never verified is free', async () => {
    const mine = await signedIn();
    const wanted = newAddress();
    await mine.browser.identity.askEmailChange({ body: { email: wanted, password } });
    const [old, fresh] = [await tokenTo(mine.email), await tokenTo(wanted)];
    await api.browser('site').identity.register({ body: { email: wanted, password, name: 'Mallory', language: 'en' } });
    await mine.browser.identity.confirmEmailChange({ body: { token: old ?? '' } });
    expect(await mine.browser.identity.confirmEmailChange({ body: { token: fresh ?? '' } })).toMatchObject({
      email: wanted,
    });
  });

  it.each(['a new password by mail', 'a changed password', 'thinking better of it', 'a day'])(
    'is void after %s (unexpired change of address)',
    async (what) => {
      const { browser, email } = await signedIn();
      const wanted = newAddress();
      await browser.identity.askEmailChange({ body: { email: wanted, password } });
      const token = (await tokenTo(wanted)) ?? '';
      if (what === 'a changed password')
        await browser.identity.changePassword({ body: { current: password, password: better } });
      if (what === 'thinking better of it') await browser.identity.cancelEmailChange({});
      if (what === 'a day') {
        clock.pass(24 * 3600 + 1);
        await browser.identity.refresh({ body: {} });
      }
      if (what === 'a new password by mail') {
        await browser.identity.forgotPassword({ body: { email } });
        await browser.identity.resetPassword({ body: { token: (await tokenTo(email)) ?? '', password: better } });
        await browser.identity.login({ body: { email, password: better } });
      }
      expect(await refusalOf(browser.identity.confirmEmailChange({ body: { token } }))).toMatchObject({
        name: 'INVALID_TOKEN',
      });
    },
  );
});

describe('another password', () => {
  it('wants the present one, ends the other sessions, and is told by mail', async () => {
    const { browser, email } = await signedIn();
    const elsewhere = api.browser('office');
    await elsewhere.identity.login({ body: { email, password } });
    expect(await refusalOf(browser.identity.changePassword({ body: { password: better } }))).toMatchObject({
      name: 'WRONG_PASSWORD',
    });
    expect(
      await refusalOf(browser.identity.changePassword({ body: { current: password, password: 'password12' } })),
    ).toMatchObject({
      name: 'WEAK_PASSWORD',
    });
    await browser.identity.changePassword({ body: { current: password, password: better } });
    expect((await browser.identity.me({})).email).toBe(email);
    expect(await refusalOf(elsewhere.identity.me({}))).toMatchObject({ status: 401 });
    await api.runJobsOnce();
    const mail = (await newestMessages(api.resources.env.FESTIVALS_DATA)).find(({ to }) => to === email);
    expect(mail?.subject).toBe('Your password was changed');
  });
  it('may be guessed ten times, and no more', async () => {
    const { browser } = await signedIn();
    const guess = () => refusalOf(browser.identity.changePassword({ body: { current: 'a guess', password: better } }));
    for (let n = 0; n < 10; n += 1) expect(await guess()).toMatchObject({ name: 'WRONG_PASSWORD' });
    expect(await guess()).toMatchObject({ name: 'TOO_MANY_ATTEMPTS' });
  });
});
