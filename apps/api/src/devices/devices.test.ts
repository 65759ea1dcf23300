import { generateKeyPairSync } from 'node:crypto';
import { verifyCertificate } from '@festivals/domain/devices/certificate';
import { enrolmentQr } from '@festivals/domain/devices/enrolment-code';
import type { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { festivalModule } from '../festival/module.ts';
import { issueDeviceToken } from '../identity/access-token.ts';
import { authenticate } from '../identity/authenticate.ts';
import { identityModule } from '../identity/module.ts';
import type { RequestFacts } from '../platform/context.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { devicesModule } from './module.ts';

const clock = movableClock();
let api: TestApi;
let festivalId: FestivalId;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule, festivalModule, devicesModule], clock });
  ({ id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' }));
  organiser = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
});
afterAll(() => api.stop());

const offer = async (idempotencyKey?: string) =>
  organiser.client.devices.offerEnrolment(
    { params: { festivalId }, body: { name: 'Gate 1', rights: ['scan'] } },
    idempotencyKey ? { idempotencyKey } : {},
  );
const newKey = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
const enrol = (code: string, publicKey = newKey()) => api.client('app').devices.enrol({ body: { code, publicKey } });
const keysOf = (keys: Awaited<ReturnType<typeof enrol>>['festivalKeys']) =>
  keys.map(({ number, publicKey }) => ({ number, publicKey: Buffer.from(publicKey, 'base64url') }));

const callerOf = (token: string) => {
  const facts: RequestFacts = {
    id: 'test',
    language: 'en',
    address: '',
    userAgent: null,
    face: null,
    secure: false,
    cookies: {},
    headers: { authorization: `Bearer ${token}` },
  };
  return authenticate(api.resources, facts, festivalId);
};

describe('enrolling a device', () => {
  it('certifies its own key for its rights, by the festival’s key', async () => {
    const { code } = await offer();
    const publicKey = newKey();
    const device = await enrol(code, publicKey);
    const verdict = verifyCertificate(
      Buffer.from(device.certificate, 'base64url'),
      keysOf(device.festivalKeys),
      clock.now(),
    );
    if (!verdict.ok) throw new Error(verdict.because);
    expect(verdict.certificate).toMatchObject({ deviceId: device.deviceId, festivalId, rights: ['scan'] });
    expect(Buffer.from(verdict.certificate.publicKey).toString('base64url')).toBe(publicKey);
    expect(device.festival).toMatchObject({ id: festivalId, name: 'Solbrume', zone: 'Europe/Brussels' });
    expect(await callerOf(device.token)).toEqual({ kind: 'device', deviceId: device.deviceId, festivalId });
  });

  it('takes what the QR says and what a person types', async () => {
    const [scanned, typed] = [(await offer()).code, (await offer()).code];
    await expect(enrol(enrolmentQr(scanned))).resolves.toBeDefined();
    await expect(enrol(typed.toLowerCase().replace('-', ' '))).resolves.toBeDefined();
  });

  it('lets one of twenty at once in', async () => {
    const { code } = await offer();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => failureOf(enrol(code))));
    expect(outcomes.filter((failure) => failure === undefined)).toHaveLength(1);
    for (const failure of outcomes)
      if (failure) expect(failure).toMatchObject({ status: 400, name: 'ENROLMENT_INVALID' });
  });

  it('is refused with a code that is used, too old or invented', async () => {
    const { code } = await offer();
    await enrol(code);
    expect(await failureOf(enrol(code))).toMatchObject({ name: 'ENROLMENT_INVALID' });
    expect(await failureOf(enrol('ZZZZZ-ZZZZZ'))).toMatchObject({ name: 'ENROLMENT_INVALID' });
    const late = await offer();
    clock.pass(15 * 60 + 1);
    expect(await failureOf(enrol(late.code))).toMatchObject({ name: 'ENROLMENT_INVALID' });
    clock.pass(-15 * 60 - 1);
  });

  it.each([
    ['no point', Buffer.alloc(32, 2)],
    ['of small order', Buffer.alloc(32)],
  ])('is refused with a key that is %s, and the code stays good', async (_, key) => {
    const { code } = await offer();
    expect(await failureOf(enrol(code, key.toString('base64url')))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
    await expect(enrol(code)).resolves.toBeDefined();
  });

  it('answers a repeated offer the same, and keeps its code nowhere', async () => {
    const [first, second] = [await offer('the-same-key'), await offer('the-same-key')];
    expect(second).toEqual(first);
    const { rows } = await api.ownerPool.query<{ text: string }>(
      'select answer as text from idempotency union all select event::text from event union all select device_enrolment::text from device_enrolment',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(first.code);
  });
});

describe('a device', () => {
  it('is listed, newest first and page by page', async () => {
    for (let index = 0; index < 3; index += 1) await enrol((await offer()).code);
    const all = await organiser.client.devices.listDevices({ params: { festivalId } });
    const first = await organiser.client.devices.listDevices({ params: { festivalId }, query: { limit: 2 } });
    const second = await organiser.client.devices.listDevices({
      params: { festivalId },
      query: { limit: 2, cursor: first.next ?? '' },
    });
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
    expect(all.items.map(({ id }) => id)).toEqual(
      all.items
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
  });

  it('is out with its next request once revoked, and stays revoked', async () => {
    const device = await enrol((await offer()).code);
    const params = { festivalId, deviceId: device.deviceId };
    await organiser.client.devices.revokeDevice({ params });
    await expect(callerOf(device.token)).rejects.toMatchObject({ name: 'devices.revoked' });
    await organiser.client.devices.revokeDevice({ params });
    const { rows } = await api.ownerPool.query(
      `select 1 from event where name = 'devices.revoked' and subject_id = $1`,
      [device.deviceId],
    );
    expect(rows).toHaveLength(1);
    const listed = await organiser.client.devices.listDevices({ params: { festivalId } });
    expect(listed.items.find(({ id }) => id === device.deviceId)?.revokedAt).not.toBeNull();
  });

  it('notes when it was seen', async () => {
    const device = await enrol((await offer()).code);
    await callerOf(device.token);
    const listed = await organiser.client.devices.listDevices({ params: { festivalId } });
    expect(listed.items.find(({ id }) => id === device.deviceId)?.lastSeenAt).not.toBeNull();
  });

  it('is no person, and of no other festival', async () => {
    const device = await enrol((await offer()).code);
    expect(await failureOf(api.client('app', device.token).identity.me({}))).toMatchObject({ status: 401 });
    const other = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
    const forged = await issueDeviceToken(
      api.resources.env,
      { deviceId: device.deviceId, festivalId: other.id },
      new Date(Date.now() + 3_600_000),
    );
    await expect(callerOf(forged)).rejects.toMatchObject({ name: 'devices.revoked' });
  });
});

describe('those outside the team', () => {
  it.each(['ORGANISER', 'FINANCE'] as const)(
    'of another festival, as %s, neither see, add nor revoke',
    async (role) => {
      const other = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
      const { client } = await api.person({ roles: [{ festivalId: other.id, role }] });
      const { deviceId } = await enrol((await offer()).code);
      const params = { festivalId };
      const calls = [
        client.devices.listDevices({ params }),
        client.devices.offerEnrolment({ params, body: { name: 'Mine', rights: ['scan'] } }),
        client.devices.revokeDevice({ params: { festivalId, deviceId } }),
      ];
      for (const failure of await Promise.all(calls.map(failureOf))) expect(failure).toMatchObject({ status: 403 });
      // From inside their own festival the device does not exist.
      const failure = await failureOf(client.devices.revokeDevice({ params: { festivalId: other.id, deviceId } }));
      expect(failure?.status).toBe(role === 'ORGANISER' ? 404 : 403);
    },
  );

  it('as security may look, and no more', async () => {
    const { client } = await api.person({ roles: [{ festivalId, role: 'SECURITY' }] });
    await expect(client.devices.listDevices({ params: { festivalId } })).resolves.toBeDefined();
    const refused = await failureOf(
      client.devices.offerEnrolment({ params: { festivalId }, body: { name: 'X', rights: ['scan'] } }),
    );
    expect(refused).toMatchObject({ status: 403 });
  });
});
