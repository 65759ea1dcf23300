/** Accounts and identities: who may bring which together. The attacks are those of docs/decisions/accounts-and-providers.md. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { movableClock } from '../../testing/movable-clock.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi } from '../../testing/start-api.ts';
import { startProvider, type StartedProvider } from '../../testing/start-provider.ts';
import { identityModule } from '../module.ts';
import { type Api, type Browser, offering, returnAddresses, signInWith, through } from '../testing.ts';

const clock = movableClock();
const password = 'sept chats dans le foin';
let acme: StartedProvider;
let api: Api;
beforeAll(async () => {
  acme = await startProvider(returnAddresses);
  api = await startApi({ modules: [identityModule], clock, env: offering(acme) });
});
afterAll(async () => {
  await api.stop();
  await acme.stop();
});

const params = { providerId: 'acme' };
const atAcme = (email: string | undefined, email_verified = true) => {
  const subject = v7();
  acme.people.set(subject, { ...(email && { email }), email_verified, name: 'Ada' });
  return subject;
};
const rows = async (sql: string, ...values: unknown[]) =>
  (await api.ownerPool.query<Record<string, unknown>>(sql, values)).rows;
const identitiesOf = (personId: string) => rows('select * from linked_identity where person_id = $1', personId);
async function mailTo(email: string) {
  await api.runJobsOnce();
  return (await newestMessages(api.resources.env.FESTIVALS_DATA)).find(({ to }) => to === email);
}
const tokenOf = (text: string | undefined) => /token=([\w-]+)/.exec(text ?? '')?.[1] ?? '';
const signIn = async (browser: Browser, email: string, word = password) =>
  browser.identity.login({ body: { email, password: word } });

/** Somebody with a password, signed in, who goes through the provider to add it. */
async function link(browser: Browser, subject: string, word: string | undefined = password) {
  const { url } = await browser.identity.beginProviderLink({
    params,
    body: word === undefined ? {} : { password: word },
  });
  acme.visitor = subject;
  const parameters = await through(url, acme);
  return browser.identity.finishProviderSignIn({ params, body: { parameters } });
}

describe('an address that the provider does not vouch for', () => {
  it.each(['an organiser’s', 'nobody’s'])('%s opens nothing and links nothing', async (whose) => {
    const festivalId = v7();
    const organiser = await api.person({ password });
    const email = whose === 'nobody’s' ? `${festivalId}@example.org` : organiser.email;
    const browser = api.browser('office');
    expect(await refusalOf(signInWith(browser, acme, atAcme(email, false)))).toMatchObject({
      status: 403,
      name: 'PROVIDER_EMAIL_UNVERIFIED',
    });
    expect([...browser.cookies.keys()]).toEqual([]);
    expect(await identitiesOf(organiser.id)).toEqual([]);
    expect(await rows('select from person where email = $1', `${festivalId}@example.org`)).toEqual([]);
  });
  it('and no address at all, are told what to do', async () => {
    expect(await refusalOf(signInWith(api.browser('site'), acme, atAcme(undefined)))).toMatchObject({
      name: 'PROVIDER_WITHOUT_EMAIL',
    });
  });
});

describe('an address that the provider vouches for, of an account that has it', () => {
  it('links after the account’s password, and not before', async () => {
    const owner = await api.person({ password });
    const browser = api.browser('site');
    const subject = atAcme(owner.email);
    const met = await signInWith(browser, acme, subject, '/en/account');
    expect(met).toEqual({
      outcome: 'confirm',
      provider: 'ACME',
      email: expect.stringMatching(/^.…@example\.org$/),
      hasPassword: true,
    });
    expect(await identitiesOf(owner.id)).toEqual([]);
    expect(await refusalOf(browser.identity.me({}))).toMatchObject({ status: 401 });
    expect(
      await refusalOf(browser.identity.confirmProviderLink({ body: { password: 'a guess of mine' } })),
    ).toMatchObject({
      status: 403,
      name: 'WRONG_PASSWORD',
    });
    const done = await browser.identity.confirmProviderLink({ body: { password } });
    expect(done).toMatchObject({ next: '/en/account', signedIn: { me: { id: owner.id } } });
    expect(await identitiesOf(owner.id)).toMatchObject([{ subject, issuer: acme.issuer }]);
    expect((await mailTo(owner.email))?.subject).toBe('ACME now opens your account');
    expect(await refusalOf(browser.identity.confirmProviderLink({ body: { password } }))).toMatchObject({
      name: 'PROVIDER_EXPIRED',
    });
  });

  it('links after a mail to the account, in the browser that came from the provider alone', async () => {
    const owner = await api.person({ language: 'fr' });
    const browser = api.browser('site');
    expect(await signInWith(browser, acme, atAcme(owner.email))).toMatchObject({
      outcome: 'confirm',
      hasPassword: false,
    });
    await browser.identity.mailProviderLink({});
    const mail = await mailTo(owner.email);
    expect(mail?.subject).toBe('Relier ACME à votre compte\u00a0?');
    expect(mail?.text).toContain('/fr/account/link#token=');
    const token = tokenOf(mail?.text);
    expect(await refusalOf(api.browser('site').identity.confirmProviderLink({ body: { token } }))).toMatchObject({
      name: 'PROVIDER_EXPIRED',
    });
    expect((await browser.identity.confirmProviderLink({ body: { token } })).signedIn.me.id).toBe(owner.id);
    expect(await identitiesOf(owner.id)).toHaveLength(1);
  });

  it('does not link another account’s identity with that mail', async () => {
    const [owner, other] = [await api.person({ password }), await api.person({ password })];
    const [mine, theirs] = [api.browser('site'), api.browser('site')];
    await signInWith(mine, acme, atAcme(owner.email));
    await signInWith(theirs, acme, atAcme(other.email));
    await mine.identity.mailProviderLink({});
    const token = tokenOf((await mailTo(owner.email))?.text);
    expect(await refusalOf(theirs.identity.confirmProviderLink({ body: { token } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    expect(await identitiesOf(other.id)).toEqual([]);
    // Refused, the token was not used up.
    await mine.identity.confirmProviderLink({ body: { token } });
  });

  it('is too late after half an hour, and slows guessing down', async () => {
    const owner = await api.person({ password });
    const browser = api.browser('site');
    await signInWith(browser, acme, atAcme(owner.email));
    const guess = () => refusalOf(browser.identity.confirmProviderLink({ body: { password: 'a guess of mine' } }));
    for (let n = 0; n < 10; n += 1) expect(await guess()).toMatchObject({ name: 'WRONG_PASSWORD' });
    expect(await guess()).toMatchObject({ name: 'TOO_MANY_ATTEMPTS' });
    clock.pass(31 * 60);
    expect(await refusalOf(browser.identity.confirmProviderLink({ body: { password } }))).toMatchObject({
      name: 'PROVIDER_EXPIRED',
    });
  });
});

describe('an account that somebody prepared for another’s address', () => {
  it('registered and never verified, is emptied for whoever proves the address (classic-federated merge)', async () => {
    const email = `${v7()}@example.org`;
    const attacker = api.browser('site');
    await attacker.identity.register({
      body: { email, password, name: 'Mallory', language: 'en', phone: '+32470000000' },
    });
    const verification = tokenOf((await mailTo(email))?.text);
    await attacker.identity.forgotPassword({ body: { email } });
    const reset = tokenOf((await mailTo(email))?.text);
    const met = await signInWith(api.browser('site'), acme, atAcme(email));
    expect(met).toMatchObject({ outcome: 'signed_in', signedIn: { me: { email, name: 'Ada', phone: null } } });
    expect(await refusalOf(signIn(attacker, email))).toMatchObject({ name: 'INVALID_CREDENTIALS' });
    expect(await refusalOf(attacker.identity.verifyEmail({ body: { token: verification } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    expect(
      await refusalOf(
        attacker.identity.resetPassword({ body: { token: reset, password: 'vingt loups dans le bois' } }),
      ),
    ).toMatchObject({ name: 'INVALID_TOKEN' });
  });

  it('cannot be given an identity before it is verified (trojan identifier)', async () => {
    const email = `${v7()}@example.org`;
    const attacker = api.browser('site');
    await attacker.identity.register({ body: { email, password, name: 'Mallory', language: 'en' } });
    expect(await refusalOf(signIn(attacker, email))).toMatchObject({ name: 'EMAIL_NOT_VERIFIED' });
    expect(await refusalOf(link(attacker, atAcme('mallory@example.org')))).toMatchObject({ name: 'NOT_SIGNED_IN' });
  });

  it('and taken over for a while, is free of identities and sessions after a new password (unexpired session, trojan identifier)', async () => {
    const owner = await api.person({ password });
    const thief = api.browser('site');
    await signIn(thief, owner.email);
    const subject = atAcme('mallory@example.org');
    expect(await link(thief, subject)).toMatchObject({ outcome: 'linked' });
    const { url } = await thief.identity.beginProviderLink({ params, body: { password } });
    acme.visitor = atAcme('mallory-too@example.org');
    const parameters = await through(url, acme);

    await api.browser('site').identity.forgotPassword({ body: { email: owner.email } });
    const token = tokenOf((await mailTo(owner.email))?.text);
    await api.browser('site').identity.resetPassword({ body: { token, password: 'vingt loups dans le bois' } });
    expect(await identitiesOf(owner.id)).toEqual([]);
    expect(await refusalOf(thief.identity.me({}))).toMatchObject({ status: 401 });
    expect(await refusalOf(thief.identity.finishProviderSignIn({ params, body: { parameters } }))).toMatchObject({
      name: 'PROVIDER_EXPIRED',
    });
    const after = await signInWith(thief, acme, subject);
    if (after.outcome !== 'signed_in') throw new Error(after.outcome);
    expect(after.signedIn.me.id).not.toBe(owner.id);
  });
});

describe('adding a provider to my account', () => {
  it('wants my password', async () => {
    const owner = await api.person({ password });
    const browser = api.browser('site');
    await signIn(browser, owner.email);
    expect(await refusalOf(browser.identity.beginProviderLink({ params, body: {} }))).toMatchObject({
      name: 'WRONG_PASSWORD',
    });
    const subject = atAcme('another-address@example.org', false);
    expect(await link(browser, subject)).toMatchObject({ outcome: 'linked' });
    expect(await browser.identity.listWaysIn({})).toMatchObject({
      hasPassword: true,
      identities: [{ provider: 'ACME', icon: 'key', email: 'another-address@example.org' }],
    });
    // Once linked by its owner, it signs in whatever its address.
    expect(await signInWith(api.browser('site'), acme, subject)).toMatchObject({ signedIn: { me: { id: owner.id } } });
  });

  it('wants a sign-in of the last minutes where there is no password', async () => {
    const browser = api.browser('site');
    await signInWith(browser, acme, atAcme(`${v7()}@example.org`));
    expect(await link(browser, atAcme('second@example.org'), undefined)).toMatchObject({ outcome: 'linked' });
    clock.pass(16 * 60);
    await browser.identity.refresh({ body: {} });
    expect(await refusalOf(link(browser, atAcme('third@example.org'), undefined))).toMatchObject({
      name: 'SIGN_IN_AGAIN',
    });
  });

  it('is refused for what belongs to another account', async () => {
    const [owner, other] = [await api.person({ password }), await api.person({ password })];
    const [mine, theirs] = [api.browser('site'), api.browser('site')];
    await signIn(mine, owner.email);
    await signIn(theirs, other.email);
    const subject = atAcme('one@example.org');
    await link(mine, subject);
    expect(await refusalOf(link(theirs, subject))).toMatchObject({ status: 409, name: 'LINKED_TO_ANOTHER' });
    expect(await link(mine, subject), 'a second time is no harm').toMatchObject({ outcome: 'linked' });
    expect(await identitiesOf(owner.id)).toHaveLength(1);
  });

  it('ends with the session that began it', async () => {
    const [owner, other] = [await api.person({ password }), await api.person({ password })];
    const browser = api.browser('site');
    await signIn(browser, owner.email);
    const { url } = await browser.identity.beginProviderLink({ params, body: { password } });
    acme.visitor = atAcme('one@example.org');
    const parameters = await through(url, acme);
    await signIn(browser, other.email);
    expect(await refusalOf(browser.identity.finishProviderSignIn({ params, body: { parameters } }))).toMatchObject({
      name: 'PROVIDER_EXPIRED',
    });
    expect([...(await identitiesOf(owner.id)), ...(await identitiesOf(other.id))]).toEqual([]);
  });
});

describe('unlinking a provider', () => {
  it('is told by mail and written down, and another’s is not found', async () => {
    const owner = await api.person({ password });
    const browser = api.browser('site');
    await signIn(browser, owner.email);
    await link(browser, atAcme('one@example.org'));
    const [identity] = (await browser.identity.listWaysIn({})).identities;
    const unlink = { params: { identityId: identity?.id ?? '' } };
    expect(await refusalOf((await api.person()).client.identity.unlinkIdentity(unlink))).toMatchObject({ status: 404 });
    await browser.identity.unlinkIdentity(unlink);
    expect(await identitiesOf(owner.id)).toEqual([]);
    expect((await mailTo(owner.email))?.subject).toBe('ACME no longer opens your account');
    const trail = await rows(
      `select name, actor_kind from event where subject_id = $1 and name like 'identity.way_in%' order by seq`,
      owner.id,
    );
    expect(trail).toEqual([
      { name: 'identity.way_in_added', actor_kind: 'person' },
      { name: 'identity.way_in_removed', actor_kind: 'person' },
    ]);
  });

  it('leaves the last way in, even when both go at once', async () => {
    const browser = api.browser('site');
    await signInWith(browser, acme, atAcme(`${v7()}@example.org`));
    await link(browser, atAcme('second@example.org'), undefined);
    const { identities } = await browser.identity.listWaysIn({});
    const outcomes = await Promise.allSettled(
      identities.map(({ id }) => browser.identity.unlinkIdentity({ params: { identityId: id } })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [last] = (await browser.identity.listWaysIn({})).identities;
    expect(await refusalOf(browser.identity.unlinkIdentity({ params: { identityId: last?.id ?? '' } }))).toMatchObject({
      status: 409,
      name: 'LAST_WAY_IN',
    });
  });
});
