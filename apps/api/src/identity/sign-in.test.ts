import { attemptLimits, attemptWindowSeconds } from '@festivals/domain/identity/rules';
import { decodeJwt, SignJWT } from 'jose';
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

interface Sent {
  email: string;
  password: string;
}
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const login = (body: Sent, headers: Record<string, string> = { 'x-face': 'office' }) =>
  post('/auth/login', body, headers);
const from = (address: string) => ({ 'x-face': 'office', 'x-forwarded-for': address });

describe('signing in', () => {
  it('gives a browser httpOnly cookies of its face alone, and no token in the body', async () => {
    const { email } = await api.person({ password });
    const response = await login({ email, password });
    expect(await response.json()).toMatchObject({ data: { tokens: null, me: { email } } });
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['office_access', 'office_refresh']);
    for (const cookie of cookies) {
      expect(cookie).toContain('; HttpOnly');
      expect(cookie).toContain('; SameSite=Strict');
      expect(cookie).toContain('; Path=/');
      expect(cookie).not.toContain('Secure');
      expect(cookie).not.toContain('Domain');
    }
    expect(cookies[0]).toContain('Max-Age=900');
    expect(cookies[1]).toContain('Max-Age=604800');
  });

  it('over HTTPS gives Secure cookies that no subdomain can plant', async () => {
    const { email } = await api.person({ password });
    const response = await login({ email, password }, { 'x-face': 'site', 'x-forwarded-proto': 'https' });
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-site_access', '__Host-site_refresh']);
    expect(cookies.every((cookie) => cookie.endsWith('; Secure'))).toBe(true);
  });

  it('gives native callers tokens in the body and no cookies', async () => {
    const { email } = await api.person({ password });
    const response = await login({ email, password }, { 'x-face': 'app', 'x-tokens': 'body' });
    expect(response.headers.getSetCookie()).toEqual([]);
    const { data } = (await response.json()) as { data: { tokens: { access: string } } };
    expect((await api.client('app', data.tokens.access).identity.me({})).email).toBe(email);
    expect(Object.keys(decodeJwt(data.tokens.access)).toSorted()).toEqual(['aud', 'exp', 'iat', 'sid', 'sub']);
  });

  it('is known on its own face alone, and not without naming the face', async () => {
    const { email } = await api.person({ password });
    const [cookie = ''] = (await login({ email, password })).headers.getSetCookie();
    const asking = (headers: Record<string, string>) =>
      fetch(`${api.url}/auth/me`, { headers: { cookie, ...headers } });
    expect((await asking({ 'x-face': 'office' })).status).toBe(200);
    expect((await asking({ 'x-face': 'site' })).status).toBe(401);
    // A form or a link of another site cannot send the header.
    expect((await asking({})).status).toBe(401);
  });

  it('answers an unknown address and a wrong password the same', async () => {
    const { email } = await api.person({ password });
    const [wrong, unknown] = [
      await login({ email, password: 'no idea at all' }),
      await login({ email: 'nobody@example.org', password }),
    ];
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
    expect(wrong.status).toBe(401);
  });

  it('does as much work for an unknown address as for a known one', async () => {
    const { email } = await api.person({ password });
    const took = async (body: Sent, address: string) => {
      const start = performance.now();
      await login(body, from(address));
      return performance.now() - start;
    };
    let [known, unknown] = [Infinity, Infinity];
    const areAlike = () => unknown > known / 2 && unknown < known * 2;
    // In turns, and the quickest of each: what else the machine does only makes them slower, and no number of tries makes unlike work alike.
    for (let index = 0; index < 8 || (index < attemptLimits.account && !areAlike()); index += 1) {
      known = Math.min(known, await took({ email, password: 'no idea at all' }, `10.9.0.${index}`));
      unknown = Math.min(unknown, await took({ email: 'nobody2@example.org', password }, `10.9.1.${index}`));
    }
    expect(unknown).toBeGreaterThan(known / 2);
    expect(unknown).toBeLessThan(known * 2);
  });

  it('is refused to accounts without a password and to deleted ones', async () => {
    const { email } = await api.person();
    expect((await login({ email, password: 'anything at all' })).status).toBe(401);
    const deleted = await api.person({ password });
    await api.ownerPool.query('update person set deleted_at = now() where id = $1', [deleted.id]);
    expect((await login({ email: deleted.email, password })).status).toBe(401);
    expect(await refusalOf(deleted.client.identity.me({}))).toMatchObject({ status: 401 });
  });
});

describe('guessing', () => {
  const guess = async (email: string, times: number, address: (index: number) => string) =>
    Promise.all(
      Array.from({ length: times }, (_, index) =>
        login({ email, password: `guess ${index} of many` }, from(address(index))),
      ),
    );
  const count = (responses: Response[], status: number) =>
    responses.filter((response) => response.status === status).length;

  it.each(['of a known account', 'of an unknown account'])(
    '%s at one address ends after a few attempts, even all at once',
    async (whose) => {
      const email = whose === 'of a known account' ? (await api.person({ password })).email : 'who@example.org';
      const responses = await guess(email, 40, () => '10.1.0.1');
      expect(count(responses, 401)).toBe(attemptLimits.accountAtAddress);
      expect(count(responses, 429)).toBe(40 - attemptLimits.accountAtAddress);
      const refused = responses.find((response) => response.status === 429);
      const wait = Number(refused?.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(attemptWindowSeconds);
    },
  );

  it('does not lock the owner out elsewhere, and is over when its time has passed', async () => {
    const { email } = await api.person({ password });
    await guess(email, attemptLimits.accountAtAddress + 5, () => '10.2.0.1');
    expect((await login({ email, password }, from('10.2.0.1'))).status).toBe(429);
    expect((await login({ email, password }, from('10.2.0.2'))).status).toBe(200);
    // Whoever guesses there gains nothing by the owner's signing in here.
    expect((await login({ email, password }, from('10.2.0.1'))).status).toBe(429);
    clock.pass(attemptWindowSeconds);
    expect((await login({ email, password }, from('10.2.0.1'))).status).toBe(200);
  });

  it('from many addresses at one account ends too', async () => {
    const { email } = await api.person({ password });
    const responses = await guess(email, attemptLimits.account + 10, (index) => `10.3.0.${index}`);
    expect(count(responses, 401)).toBe(attemptLimits.account);
    expect(count(responses, 429)).toBe(10);
  });

  it('is not forgiven to an address because one account there signs in', async () => {
    const { email } = await api.person({ password });
    await guess('someone@example.org', 5, () => '10.4.0.1');
    await login({ email, password }, from('10.4.0.1'));
    const { rows } = await api.ownerPool.query<{ failed: number }>(
      'select max(n) as failed from (select count(*) as n from login_attempt group by subject) counted',
    );
    expect(rows[0]?.failed).toBeGreaterThanOrEqual(5);
    const left = await guess('someone@example.org', attemptLimits.accountAtAddress, () => '10.4.0.1');
    expect(count(left, 401)).toBe(attemptLimits.accountAtAddress - 5);
  });
});

describe('an access token', () => {
  it('is refused when expired, forged, unsigned, or made for something else', async () => {
    const { id, sessionId, token } = await api.person();
    const [header = '', payload = '', signature = ''] = token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const foreign = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(id)
      .setAudience('person')
      .setExpirationTime('1h')
      .sign(new Uint8Array(32));
    const flipped = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const bad of [unsigned, foreign, flipped, 'x.y.z', 'x']) {
      expect(await refusalOf(api.client('app', bad).identity.me({}))).toMatchObject({
        status: 401,
        name: 'NOT_SIGNED_IN',
      });
    }
    expect((await api.client('app', token).identity.me({})).id).toBe(id);
    clock.pass(15 * 60 + 1);
    expect(await refusalOf(api.client('app', token).identity.me({}))).toMatchObject({ status: 401 });
  });
});
