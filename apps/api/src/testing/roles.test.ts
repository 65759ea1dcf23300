/** Every role at every door of a festival: it opens to those whose role has the permission, and to nobody else. */
import { fillPath } from '@festivals/contract';
import { api as contract } from '@festivals/domain';
import { Permission, permissionsOf, Role } from '@festivals/domain/identity/roles';
import type { DeviceId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { issueAccessToken, issueDeviceToken } from '../identity/access-token.ts';
import { allRoutes } from '../platform/boot-check.ts';
import { startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let festivalId: Awaited<ReturnType<typeof insertFestival>>['id'];
beforeAll(async () => {
  api = await startApi();
  festivalId = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
});
afterAll(() => api.stop());

const ids = new Proxy({}, { get: (_, name) => (name === 'festivalId' ? festivalId : v7()) });
const routes = allRoutes(contract);
const doors = routes.filter(([, { permission }]) => Permission.safeParse(permission).success);

/** Knocks with a body that no route takes, so that whoever may enter changes nothing. */
async function knock(name: string, headers: Record<string, string>): Promise<number> {
  const route = routes.find(([one]) => one === name)?.[1];
  if (!route) throw new Error(`There is no route ${name}`);
  const response = await fetch(api.url + fillPath(route.path, ids), {
    method: route.method,
    headers: { ...headers, ...(route.body && { 'content-type': 'application/json' }) },
    ...(route.body && { body: '[]' }),
  });
  return response.status;
}
/** Behind the guard: done, or refused for what was sent; 415 is a route that takes files. */
const entered = [200, 204, 400, 404, 415];
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** The doors that did not answer this caller with one of these statuses. */
async function doorsThatDoNotAnswer(statuses: readonly number[], headers: Record<string, string>, of = doors) {
  const wrong: string[] = [];
  for (const [name] of of) {
    const status = await knock(name, headers);
    if (!statuses.includes(status)) wrong.push(`${name} answered ${status}`);
  }
  return wrong;
}

describe.each(Role.options)('%s', (role) => {
  test('passes where the role has the permission and nowhere else', async () => {
    const { token } = await api.person({ roles: [{ festivalId, role }] });
    const granted: readonly string[] = permissionsOf[role];
    const open = doors.filter(([, { permission }]) => granted.includes(permission));
    const shut = doors.filter(([, { permission }]) => !granted.includes(permission));
    expect(await doorsThatDoNotAnswer(entered, bearer(token), open)).toEqual([]);
    expect(await doorsThatDoNotAnswer([403], bearer(token), shut)).toEqual([]);
  });
});

test('a super-admin passes everywhere', async () => {
  const { token } = await api.person({ superAdmin: true });
  expect(await doorsThatDoNotAnswer(entered, bearer(token))).toEqual([]);
});

test('a role that was taken away and a session that was ended count no more, though the token still lives', async () => {
  const organiser = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  expect(await knock('ticketing.listOrders', bearer(organiser.token))).toBe(200);
  await api.ownerPool.query('delete from membership where person_id = $1', [organiser.id]);
  expect(await knock('ticketing.listOrders', bearer(organiser.token))).toBe(403);
  await api.ownerPool.query('update session set revoked_at = now() where id = $1', [organiser.sessionId]);
  expect(await doorsThatDoNotAnswer([401], bearer(organiser.token))).toEqual([]);
});

describe('a token that is none here', () => {
  test('opens nothing: expired, of a device, of another key, unsigned', async () => {
    const { id, sessionId } = await api.person({ superAdmin: true });
    const { env } = api.resources;
    const session = { personId: id, sessionId };
    const expired = await issueAccessToken(env, session, new Date(Date.now() - 3_600_000));
    const foreign = await issueAccessToken({ ...env, JWT_SECRET: 'x'.repeat(64) }, session, new Date());
    const [, claims = ''] = foreign.token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
    for (const token of [expired.token, foreign.token, unsigned])
      expect(await doorsThatDoNotAnswer([401], bearer(token))).toEqual([]);
    const device = { deviceId: v7() as DeviceId, festivalId };
    await api.ownerPool.query(
      `insert into device (festival_id, id, name, rights, public_key, not_after) values ($1, $2, 'Gate', '{scan}', $3, now() + interval '1 day')`,
      [festivalId, device.deviceId, Buffer.alloc(32, 1)],
    );
    const token = await issueDeviceToken(env, device, new Date(Date.now() + 3_600_000));
    expect(await doorsThatDoNotAnswer([401], bearer(token))).toEqual([]);
    const ofDevices = routes.filter(([, { permission }]) => permission === 'device');
    expect(await doorsThatDoNotAnswer([200, 400], bearer(token), ofDevices)).toEqual([]);
    const { token: ofPerson } = await api.person({ superAdmin: true });
    expect(await doorsThatDoNotAnswer([401], bearer(ofPerson), ofDevices)).toEqual([]);
  });
});

describe('a cookie', () => {
  test('counts on its own face alone, and not without a face: no form of another site can ride on it', async () => {
    const { token } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
    const cookie = `office_access=${token}`;
    expect(await knock('ticketing.listOrders', { cookie, 'x-face': 'office' })).toBe(200);
    for (const face of ['site', 'app', 'Office', 'office,office', '__proto__', ''])
      expect(await knock('ticketing.listOrders', { cookie, 'x-face': face }), face).toBe(401);
    expect(await knock('ticketing.listOrders', { cookie })).toBe(401);
    expect(await doorsThatDoNotAnswer([401], { cookie })).toEqual([]);
  });
});
