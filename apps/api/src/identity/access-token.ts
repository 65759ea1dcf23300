import { DeviceId, FestivalId, PersonId, SessionId } from '@festivals/domain/primitives';
import { accessSeconds } from '@festivals/domain/identity/rules';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Env } from '../platform/env.ts';
import { deriveKey } from './derive-key.ts';

const PersonClaims = z.object({ sub: PersonId, sid: SessionId });
const DeviceClaims = z.object({ sub: DeviceId, fid: FestivalId });

export interface AccessToken {
  token: string;
  expiresAt: Date;
}

/** The short-lived proof that a session was signed in; whether it still is, is looked up at each request. */
export async function issueAccessToken(
  env: Env,
  session: { personId: PersonId; sessionId: SessionId },
  now: Date,
): Promise<AccessToken> {
  const expiresAt = new Date(now.getTime() + accessSeconds * 1000);
  const token = await sign(
    deriveKey(env.JWT_SECRET, 'access-token'),
    'person',
    { sid: session.sessionId },
    session.personId,
    expiresAt,
  );
  return { token, expiresAt };
}

/** A device's token lasts as long as its certificate; a revoked device is found out at each request. */
export const issueDeviceToken = (
  env: Env,
  device: { deviceId: DeviceId; festivalId: FestivalId },
  notAfter: Date,
): Promise<string> =>
  sign(deriveKey(env.JWT_SECRET, 'device-token'), 'device', { fid: device.festivalId }, device.deviceId, notAfter);

/** Whose token it is; null for anything but a valid access token. */
export async function readAccessToken(env: Env, token: string, now: Date) {
  const claims = PersonClaims.safeParse(
    await verified(token, deriveKey(env.JWT_SECRET, 'access-token'), 'person', now),
  );
  return claims.success ? { personId: claims.data.sub, sessionId: claims.data.sid } : null;
}

/** Which device's token it is; null for anything but a valid device token. */
export async function readDeviceToken(env: Env, token: string, now: Date) {
  const claims = DeviceClaims.safeParse(
    await verified(token, deriveKey(env.JWT_SECRET, 'device-token'), 'device', now),
  );
  return claims.success ? { deviceId: claims.data.sub, festivalId: claims.data.fid } : null;
}

const sign = (key: Uint8Array, audience: string, claims: Record<string, string>, subject: string, expiresAt: Date) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(key);

/** Null whatever is wrong with the token: to its bearer there is only one answer. */
const verified = (token: string, key: Uint8Array, audience: string, now: Date): Promise<unknown> =>
  jwtVerify(token, key, { algorithms: ['HS256'], audience, currentDate: now }).then(
    ({ payload }) => payload,
    () => null,
  );
