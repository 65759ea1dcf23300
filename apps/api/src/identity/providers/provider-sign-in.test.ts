import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { identityModule } from '../module.ts';
import { movableClock } from '../../testing/movable-clock.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi } from '../../testing/start-api.ts';
import { startProvider, type StartedProvider } from '../../testing/start-provider.ts';
import { type Api, homes, offering, returnAddresses, signInWith, through } from '../testing.ts';

const clock = movableClock();
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
afterEach(() => {
  acme.twist = null;
  acme.instead = null;
});

const params = { providerId: 'acme' };
const someone = (more: object = {}) => {
  const subject = v7();
  acme.people.set(subject, { email: `${subject}@example.org`, email_verified: true, name: 'Ada Łovelace', ...more });
  return subject;
};
const rows = async (sql: string, ...values: unknown[]) =>
  (await api.ownerPool.query<Record<string, unknown>>(sql, values)).rows;
const whoIs = (email: string) => rows('select * from person where email = $1', email);

describe('without configuration', () => {
  it('nobody else is asked who somebody is', async () => {
    const plain = await startApi({ modules: [identityModule] });
    const { identity } = plain.browser('site');
    expect(await identity.listSignInProviders({})).toEqual({ origin: homes.site, providers: [] });
    expect(await refusalOf(identity.beginProviderSignIn({ params, body: {} }))).toMatchObject({
      name: 'PROVIDER_UNKNOWN',
    });
    await plain.stop();
  });
});

describe('signing in with a provider', () => {
  it('is offered on the faces that have pages for it', async () => {
    const acmeOnly = [{ id: 'acme', name: 'ACME', icon: 'key' }];
    expect(await api.browser('site').identity.listSignInProviders({})).toEqual({
      origin: homes.site,
      providers: acmeOnly,
    });
    expect(await api.browser('office').identity.listSignInProviders({})).toEqual({
      origin: homes.office,
      providers: acmeOnly,
    });
    expect(await api.browser('app').identity.listSignInProviders({})).toEqual({ origin: null, providers: [] });
    expect(await refusalOf(api.browser('app').identity.beginProviderSignIn({ params, body: {} }))).toMatchObject({
      name: 'PROVIDER_UNKNOWN',
    });
  });

  it('sends the browser with PKCE, state, nonce and the face’s own return address, whatever host it calls itself', async () => {
    const response = await fetch(`${api.url}/auth/providers/acme/begin`, {
      method: 'POST',
      headers: {
        'x-face': 'office',
        'content-type': 'application/json',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      },
      body: '{}',
    });
    const { data } = (await response.json()) as { data: { url: string } };
    const asked = Object.fromEntries(new URL(data.url).searchParams);
    expect(asked).toMatchObject({
      redirect_uri: `${homes.office}/sign-in/with/acme`,
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'festivals',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length, name).toBeGreaterThan(30);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-office_way=[\w.%-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/);
  });

  it.each(['site', 'office'] as const)('opens an account on the %s, and finds it again the next time', async (face) => {
    const subject = someone();
    const browser = api.browser(face);
    const first = await signInWith(browser, acme, subject, '/en/account');
    if (first.outcome !== 'signed_in') throw new Error(first.outcome);
    expect(first.next).toBe('/en/account');
    expect(first.signedIn.tokens).toBeNull();
    expect(first.signedIn.me).toMatchObject({
      email: `${subject}@example.org`,
      name: 'Ada Łovelace',
      emailVerified: true,
    });
    expect((await browser.identity.me({})).id).toBe(first.signedIn.me.id);
    expect([...browser.cookies.keys()]).not.toContain(`${face}_way`);

    // At the provider the address may change: the subject does not.
    acme.people.set(subject, { email: 'elsewhere@example.org', email_verified: false });
    const second = await signInWith(api.browser(face), acme, subject);
    expect(second).toMatchObject({ outcome: 'signed_in', next: null, signedIn: { me: { id: first.signedIn.me.id } } });
  });

  it('leads back to no other site', async () => {
    const done = await signInWith(api.browser('site'), acme, someone(), '//evil.example/account');
    expect(done).toMatchObject({ outcome: 'signed_in', next: null });
  });

  it('opens one account, however many come back with one identity at once', async () => {
    const subject = someone();
    acme.visitor = subject;
    const browsers = Array.from({ length: 5 }, () => api.browser('site'));
    const ways = await Promise.all(
      browsers.map(async (browser) => {
        const { url } = await browser.identity.beginProviderSignIn({ params, body: {} });
        return { browser, parameters: await through(url, acme) };
      }),
    );
    const done = await Promise.all(
      ways.map(({ browser, parameters }) => browser.identity.finishProviderSignIn({ params, body: { parameters } })),
    );
    expect(done.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'signed_in'));
    expect(await whoIs(`${subject}@example.org`)).toHaveLength(1);
  });
});

describe('what comes back from a provider is refused', () => {
  const attempt = async (subject = someone()) => {
    const browser = api.browser('site');
    const { url } = await browser.identity.beginProviderSignIn({ params, body: {} });
    acme.visitor = subject;
    const finish = (parameters: string) =>
      refusalOf(browser.identity.finishProviderSignIn({ params, body: { parameters } }));
    return { browser, url, finish, email: `${subject}@example.org` };
  };

  it.each([
    ['of another nonce', () => ({ nonce: 'another' })],
    ['of another issuer', () => ({ iss: 'https://another.example' })],
    ['for another audience', () => ({ aud: 'another' })],
    [
      'that is expired',
      () => ({ exp: Math.floor(Date.now() / 1000) - 3600, iat: Math.floor(Date.now() / 1000) - 7200 }),
    ],
    ['without a subject', () => ({ sub: undefined })],
  ])('with an ID token %s', async (_, change) => {
    const { url, finish, email } = await attempt();
    const parameters = await through(url, acme);
    // What JSON leaves out is gone.
    acme.twist = (claims) => ({ ...claims, ...change() }) as JWTPayload;
    expect(await finish(parameters)).toMatchObject({ status: 400, name: 'PROVIDER_REFUSED' });
    expect(await whoIs(email)).toEqual([]);
  });

  it('with an ID token that another key has signed', async () => {
    const { url, finish } = await attempt();
    const parameters = await through(url, acme);
    const { privateKey } = await generateKeyPair('RS256');
    acme.instead = (request, response) => {
      if (!request.url?.startsWith('/token')) return false;
      void new SignJWT({ nonce: new URL(url).searchParams.get('nonce') })
        .setProtectedHeader({ alg: 'RS256', kid: acme.kid })
        .setIssuer(acme.issuer)
        .setAudience('festivals')
        .setSubject('whoever')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey)
        .then((id_token) =>
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ id_token, access_token: 'x', token_type: 'Bearer' })),
        );
      return true;
    };
    expect(await finish(parameters)).toMatchObject({ name: 'PROVIDER_REFUSED' });
  });

  it('with the answer of another provider (mix-up)', async () => {
    const { url, finish } = await attempt();
    const parameters = new URLSearchParams(await through(url, acme));
    parameters.set('iss', 'https://another.example');
    expect(await finish(`?${parameters}`)).toMatchObject({ name: 'PROVIDER_REFUSED' });
    const again = await attempt();
    const without = new URLSearchParams(await through(again.url, acme));
    without.delete('iss');
    expect(await again.finish(`?${without}`)).toMatchObject({ name: 'PROVIDER_REFUSED' });
  });

  it('with another state, with none, twice, or without the cookie of this browser', async () => {
    const { url, finish, browser } = await attempt();
    const parameters = await through(url, acme);
    const cookies = new Map(browser.cookies);
    const other = new URLSearchParams(parameters);
    other.set('state', 'another');
    expect(await finish(`?${other}`)).toMatchObject({ status: 400, name: 'PROVIDER_EXPIRED' });
    // One look was all that the cookie was good for.
    expect(await finish(parameters)).toMatchObject({ name: 'PROVIDER_EXPIRED' });
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await finish('')).toMatchObject({ name: 'PROVIDER_EXPIRED' });
    const victim = api.browser('site');
    expect(
      await refusalOf(victim.identity.finishProviderSignIn({ params, body: { parameters } })),
      'an attacker’s own answer signs nobody else in',
    ).toMatchObject({ name: 'PROVIDER_EXPIRED' });
  });

  it('on another face than the one that began', async () => {
    const { url, browser } = await attempt();
    const parameters = await through(url, acme);
    const office = api.browser('office');
    for (const [name, value] of browser.cookies) office.cookies.set(name.replace('site', 'office'), value);
    expect(await refusalOf(office.identity.finishProviderSignIn({ params, body: { parameters } }))).toMatchObject({
      name: 'PROVIDER_EXPIRED',
    });
  });

  it('with a code that was used before', async () => {
    const { url, finish, browser } = await attempt();
    const parameters = await through(url, acme);
    const cookies = new Map(browser.cookies);
    await browser.identity.finishProviderSignIn({ params, body: { parameters } });
    // Even a thief who has the code and the cookie is too late.
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await finish(parameters)).toMatchObject({ name: 'PROVIDER_REFUSED' });
  });

  it('with a code that was not asked for with our challenge', async () => {
    const [one, other] = [await attempt(), await attempt()];
    const mine = new URLSearchParams(await through(one.url, acme));
    const theirs = new URLSearchParams(await through(other.url, acme));
    theirs.set('state', mine.get('state') ?? '');
    expect(await one.finish(`?${theirs}`)).toMatchObject({ name: 'PROVIDER_REFUSED' });
  });

  it('too late', async () => {
    const { url, finish } = await attempt();
    const parameters = await through(url, acme);
    clock.pass(11 * 60);
    expect(await finish(parameters)).toMatchObject({ name: 'PROVIDER_EXPIRED' });
  });

  it('when whoever it is went back, in the reader’s language', async () => {
    const { url, finish, browser } = await attempt('nobody');
    const parameters = await through(url, acme);
    const cookies = new Map(browser.cookies);
    expect(await finish(parameters)).toMatchObject({
      status: 400,
      name: 'PROVIDER_CANCELLED',
      details: { provider: 'ACME' },
    });
    const response = await fetch(`${api.url}/auth/providers/acme/finish`, {
      method: 'POST',
      headers: {
        'x-face': 'site',
        'content-type': 'application/json',
        'accept-language': 'de',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify({ parameters }),
    });
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('abgebrochen') } });
  });

  it.each([
    ['an error of its own', 503, 'sorry'],
    ['a page', 200, '<!doctype html>'],
    ['nonsense', 200, '{"id_token":'],
  ])('when the token endpoint answers with %s', async (_, status, body) => {
    const { url, finish } = await attempt();
    const parameters = await through(url, acme);
    acme.instead = (request, response) => {
      if (!request.url?.startsWith('/token')) return false;
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      return true;
    };
    expect(await finish(parameters)).toMatchObject({ status: 424, name: 'PROVIDER_UNREACHABLE' });
  });

  it('when the provider is too slow', async () => {
    const { url, finish } = await attempt();
    const parameters = await through(url, acme);
    acme.instead = (request) => request.url?.startsWith('/token') ?? false;
    expect(await finish(parameters)).toMatchObject({ name: 'PROVIDER_UNREACHABLE' });
  });

  it.each([
    ['not text at all', { parameters: 5 }],
    ['too long', { parameters: 'x'.repeat(8001) }],
    ['missing', {}],
  ])('when the parameters are %s', async (_, body) => {
    const response = await fetch(`${api.url}/auth/providers/acme/finish`, {
      method: 'POST',
      headers: { 'x-face': 'site', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });

  it('when they are anything else, without ever failing', async () => {
    for (const parameters of [
      '\u0000',
      '?state=%00&code=%00',
      '?state',
      '&&&',
      '?code=a&code=b',
      'https://evil.example/?code=1',
    ]) {
      const { finish } = await attempt();
      expect(await finish(parameters)).toMatchObject({ name: 'PROVIDER_EXPIRED' });
    }
  });
});

it('a provider that is down at the beginning, or publishes nonsense, is said to be', async () => {
  const down = await startProvider(returnAddresses);
  const lone = await startApi({ modules: [identityModule], env: offering(down) });
  const begin = () => refusalOf(lone.browser('site').identity.beginProviderSignIn({ params, body: {} }));
  down.instead = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    return true;
  };
  expect(await begin()).toMatchObject({ name: 'PROVIDER_UNREACHABLE' });
  await down.stop();
  expect(await begin()).toMatchObject({ status: 424, name: 'PROVIDER_UNREACHABLE' });
  await lone.stop();
});
