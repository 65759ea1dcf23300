/** The two that have ways of their own, by a server that answers as their documentation says they do. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi } from '../../testing/start-api.ts';
import { identityModule } from '../module.ts';
import type { Api } from '../testing.ts';

interface Asked {
  path: string;
  body: string;
  authorization: string | undefined;
}
type Answer = (asked: Asked) => { status?: number; json: unknown };

let answers: Record<string, Answer>;
let asked: Asked[];
const server = createServer((request: IncomingMessage, response) => {
  void text(request).then((body) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://provider');
    const one = { path: pathname + search, body, authorization: request.headers.authorization };
    asked.push(one);
    const { status = 200, json } = answers[pathname]?.(one) ?? { status: 404, json: {} };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
});
let api: Api;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = (id: string) => ({
    [`SIGN_IN_${id}_ISSUER`]: at,
    [`SIGN_IN_${id}_API`]: at,
    [`SIGN_IN_${id}_CLIENT_ID`]: 'festivals',
    [`SIGN_IN_${id}_CLIENT_SECRET`]: 'a secret',
  });
  api = await startApi({
    modules: [identityModule],
    env: { SIGN_IN_WITH: 'github, facebook', ...settings('GITHUB'), ...settings('FACEBOOK') },
  });
});
afterAll(async () => {
  await api.stop();
  server.close();
});

async function signIn(providerId: string, wanted: Record<string, Answer>) {
  answers = wanted;
  asked = [];
  const browser = api.browser('site');
  const params = { providerId };
  const { url } = await browser.identity.beginProviderSignIn({ params, body: {} });
  const { searchParams, pathname } = new URL(url);
  const parameters = `?code=one&state=${searchParams.get('state') ?? ''}`;
  return { pathname, searchParams, done: browser.identity.finishProviderSignIn({ params, body: { parameters } }) };
}

const token: Answer = () => ({ json: { access_token: 'of-one-person', token_type: 'bearer', scope: 'read:user' } });
const numberOf = () => Math.floor(Math.random() * 1e9) + 1;

describe('GitHub', () => {
  const user =
    (id: number, login = 'ada'): Answer =>
    () => ({ json: { id, login, name: null } });
  const emails =
    (email: string, verified: boolean): Answer =>
    () => ({
      json: [
        { email: 'other@example.org', primary: false, verified: true },
        { email, primary: true, verified },
      ],
    });

  it('is asked with PKCE for the user and the addresses, and known by its number', async () => {
    const [id, email] = [numberOf(), `${v7()}@example.org`];
    const github = { '/login/oauth/access_token': token, '/user': user(id), '/user/emails': emails(email, true) };
    const { pathname, searchParams, done } = await signIn('github', github);
    expect(pathname).toBe('/login/oauth/authorize');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      scope: 'read:user user:email',
      code_challenge_method: 'S256',
    });
    expect(searchParams.has('nonce')).toBe(false);
    expect(await done).toMatchObject({ outcome: 'signed_in', signedIn: { me: { email, name: 'ada' } } });
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({
      code: 'one',
      client_id: 'festivals',
      client_secret: 'a secret',
      code_verifier: expect.any(String),
      redirect_uri: 'http://localhost:3000/account/with/github',
    });
    expect(asked.slice(1).map(({ authorization }) => authorization)).toEqual([
      'Bearer of-one-person',
      'Bearer of-one-person',
    ]);
    // The name went to somebody else, who has another number.
    const other = { ...github, '/user': user(numberOf()), '/user/emails': emails(`${v7()}@example.org`, true) };
    const { outcome, signedIn } = (await (
      await signIn('github', other)
    ).done) as { outcome: string; signedIn: { me: { email: string } } };
    expect([outcome, signedIn.me.email === email]).toEqual(['signed_in', false]);
  });

  it('with an address that it has not verified opens nothing', async () => {
    const github = {
      '/login/oauth/access_token': token,
      '/user': user(numberOf()),
      '/user/emails': emails(`${v7()}@example.org`, false),
    };
    expect(await refusalOf((await signIn('github', github)).done)).toMatchObject({ name: 'PROVIDER_EMAIL_UNVERIFIED' });
  });

  it.each<[string, Answer]>([
    [
      'an error with the status of success',
      () => ({ json: { error: 'bad_verification_code', error_description: 'expired' } }),
    ],
    ['nothing of a token', () => ({ json: {} })],
  ])('that answers the code with %s is not believed', async (_, answer) => {
    expect(await refusalOf((await signIn('github', { '/login/oauth/access_token': answer })).done)).toMatchObject({
      name: 'PROVIDER_REFUSED',
    });
  });

  it('that will not tell the addresses is not believed', async () => {
    const github = { '/login/oauth/access_token': token, '/user': user(numberOf()) };
    expect(await refusalOf((await signIn('github', github)).done)).toMatchObject({ name: 'PROVIDER_REFUSED' });
  });
});

describe('Facebook', () => {
  const facebook = (me: object) => ({
    '/v23.0/oauth/access_token': token,
    '/v23.0/me': () => ({ json: { id: v7(), name: 'Ada', ...me } }),
  });

  it('vouches for no address: it opens nothing before its owner has linked it', async () => {
    const { pathname, searchParams, done } = await signIn('facebook', facebook({ email: `${v7()}@example.org` }));
    expect(pathname).toBe('/v23.0/dialog/oauth');
    expect(searchParams.get('scope')).toBe('public_profile,email');
    expect(await refusalOf(done)).toMatchObject({ name: 'PROVIDER_EMAIL_UNVERIFIED' });
    expect(decodeURIComponent(asked[1]?.path ?? '')).toMatch(/fields=id,name,email&appsecret_proof=[0-9a-f]{64}$/);
  });

  it('without an address says what to do', async () => {
    expect(await refusalOf((await signIn('facebook', facebook({}))).done)).toMatchObject({
      name: 'PROVIDER_WITHOUT_EMAIL',
    });
  });

  it('signs in once linked', async () => {
    const password = 'sept chats dans le foin';
    const owner = await api.person({ password });
    const browser = api.browser('site');
    await browser.identity.login({ body: { email: owner.email, password } });
    const id = v7();
    answers = facebook({ id });
    const params = { providerId: 'facebook' };
    const { url } = await browser.identity.beginProviderLink({ params, body: { password } });
    const parameters = `?code=one&state=${new URL(url).searchParams.get('state') ?? ''}`;
    expect(await browser.identity.finishProviderSignIn({ params, body: { parameters } })).toMatchObject({
      outcome: 'linked',
    });
    expect(await (await signIn('facebook', facebook({ id }))).done).toMatchObject({
      signedIn: { me: { id: owner.id } },
    });
  });
});
