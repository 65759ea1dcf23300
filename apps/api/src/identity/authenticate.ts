import type { Role } from '@festivals/domain/identity/roles';
import type { FestivalId, PersonId, SessionId } from '@festivals/domain/primitives';
import type { Caller, RequestFacts, Resources } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { readAccessToken, readDeviceToken } from './access-token.ts';
import { cookieOf } from './session-delivery.ts';

/** Who calls: the person of a living session, an enrolled device, or a guest. Roles are those in the given festival. */
export async function authenticate(
  resources: Resources,
  request: RequestFacts,
  festivalId: FestivalId | null,
): Promise<Caller> {
  const token = bearerOf(request) ?? cookieOf(request, 'access');
  if (!token) return { kind: 'guest' };
  const now = resources.clock.now();
  const access = await readAccessToken(resources.env, token, now);
  if (access) return personOfSession(resources, access.sessionId, festivalId);
  const device = await readDeviceToken(resources.env, token, now);
  return device ? enrolledDevice(resources, device) : { kind: 'guest' };
}

/** A session that ended is no session: its person is a guest until they sign in again. */
export async function personOfSession(
  { pool }: Resources,
  sessionId: SessionId,
  festivalId: FestivalId | null,
): Promise<Caller> {
  const { rows } = await pool.query<Standing>({
    name: 'standing',
    text: 'select person_id, name, email, email_verified, super_admin, roles from lookup.standing($1, $2)',
    values: [sessionId, festivalId],
  });
  const [standing] = rows;
  if (!standing) return { kind: 'guest' };
  const { person_id, name, email, email_verified, super_admin, roles } = standing;
  return {
    kind: 'person',
    personId: person_id,
    sessionId,
    name,
    email,
    emailVerified: email_verified,
    superAdmin: super_admin,
    roles,
  };
}

async function enrolledDevice(
  { pool }: Resources,
  device: Pick<Extract<Caller, { kind: 'device' }>, 'deviceId' | 'festivalId'>,
): Promise<Caller> {
  const { rows } = await pool.query<{ living: boolean }>({
    name: 'device_standing',
    text: 'select lookup.device_standing($1, $2) as living',
    values: [device.festivalId, device.deviceId],
  });
  return rows[0]?.living ? { kind: 'device', ...device } : fail('devices.revoked');
}

interface Standing {
  person_id: PersonId;
  name: string;
  email: string;
  email_verified: boolean;
  super_admin: boolean;
  /** The table's check allows no other values. */
  roles: Role[];
}

function bearerOf({ headers }: RequestFacts): string | undefined {
  const { authorization } = headers;
  return typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
}
