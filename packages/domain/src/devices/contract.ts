import { nothing, page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { Base64Url, DeviceId, InFestival, Instant, Line } from '../primitives.ts';

/** What a device may do; written into its certificate. */
export const DeviceRight = z.enum(['scan']);
export type DeviceRight = z.infer<typeof DeviceRight>;

export const Device = z
  .object({
    id: DeviceId,
    name: z.string(),
    rights: z.array(DeviceRight),
    enrolledAt: Instant,
    notAfter: Instant,
    lastSeenAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'Device' });

/** A festival's public key; tickets and certificates name the key that signed them by its number. */
export const FestivalKey = z
  .object({
    number: z.int().min(1).max(65_535),
    publicKey: Base64Url(32),
    /** Somebody else may have its private half: a ticket that it signed is refused. */
    withdrawn: z.boolean().optional(),
  })
  .meta({ id: 'FestivalKey' });
export type FestivalKey = z.infer<typeof FestivalKey>;

export const offerEnrolment = route({
  method: 'POST',
  path: '/festivals/:festivalId/devices/enrolments',
  permission: 'devices.manage',
  idempotent: true,
  summary: 'Make a code that enrols one device; shown as a QR, good for fifteen minutes, once',
  params: InFestival,
  body: z.object({ name: Line(60), rights: z.array(DeviceRight).min(1) }),
  response: z.object({ code: z.string(), expiresAt: Instant }),
  status: 201,
});

/** What a device keeps after its enrolment. */
export const Enrolled = z
  .object({
    deviceId: DeviceId,
    festival: z.object({ id: z.uuid(), name: z.string(), zone: z.string() }),
    /** Certificate signed by the festival's key (`devices/certificate.ts`). */
    certificate: z.base64url(),
    festivalKeys: z.array(FestivalKey),
    /** Bearer token for the device's own routes. */
    token: z.string(),
  })
  .meta({ id: 'Enrolled' });
export type Enrolled = z.infer<typeof Enrolled>;

export const enrol = route({
  method: 'POST',
  path: '/devices/enrol',
  permission: 'public',
  summary: 'Enrol this device with a code and the public half of a key that never leaves it',
  body: z.object({ code: z.string().trim().toUpperCase().min(8).max(40), publicKey: Base64Url(32).length(43) }),
  response: Enrolled,
  status: 201,
  errors: ['devices.enrolment_invalid'],
  limit: { times: 60, seconds: 60, per: 'address' },
});

export const listDevices = route({
  method: 'GET',
  path: '/festivals/:festivalId/devices',
  permission: 'devices.read',
  summary: 'Enrolled devices',
  params: InFestival,
  query: PageQuery,
  response: page(Device),
});

export const revokeDevice = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/devices/:deviceId',
  permission: 'devices.manage',
  summary: 'Revoke a device at once',
  params: InFestival.extend({ deviceId: DeviceId }),
  response: nothing(),
  errors: ['general.not_found'],
});
