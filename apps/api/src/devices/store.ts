/** Enrolments and devices of the transaction's festival. */
import type { Device, DeviceRight } from '@festivals/domain/devices/contract';
import type { DeviceId, FestivalId, PersonId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Resources } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';

export type DeviceView = z.input<typeof Device>;

export interface Enrolment {
  id: string;
  name: string;
  rights: DeviceRight[];
  offered_by: PersonId | null;
}

export const insertEnrolment = (
  tx: Tx,
  enrolment: {
    festivalId: FestivalId;
    id: string;
    codeHash: Buffer;
    name: string;
    rights: DeviceRight[];
    offeredBy: PersonId;
    expiresAt: Date;
  },
) =>
  tx
    .insertInto('device_enrolment')
    .values({
      festival_id: enrolment.festivalId,
      id: enrolment.id,
      code_hash: enrolment.codeHash,
      name: enrolment.name,
      rights: enrolment.rights,
      offered_by: enrolment.offeredBy,
      expires_at: enrolment.expiresAt,
    })
    .execute();

/** The festival whose open offer has this code. */
export async function festivalOfCode({ pool }: Resources, codeHash: Buffer): Promise<FestivalId | null> {
  const { rows } = await pool.query<{ festival_id: FestivalId }>(
    'select festival_id from lookup.enrolment_by_code($1)',
    [codeHash],
  );
  return rows[0]?.festival_id ?? null;
}

/** Uses an offer up. Of twenty at once one gets it: the others wait for its row and then find it used. */
export const useEnrolment = (tx: Tx, codeHash: Buffer, now: Date): Promise<Enrolment | undefined> =>
  tx
    .updateTable('device_enrolment')
    .set({ used_at: now })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['id', 'name', 'rights', 'offered_by'])
    // The contract let no other rights in.
    .$castTo<Enrolment>()
    .executeTakeFirst();

export const insertDevice = (
  tx: Tx,
  device: {
    festivalId: FestivalId;
    id: DeviceId;
    name: string;
    rights: DeviceRight[];
    publicKey: Buffer;
    now: Date;
    notAfter: Date;
  },
) =>
  tx
    .insertInto('device')
    .values({
      festival_id: device.festivalId,
      id: device.id,
      name: device.name,
      rights: device.rights,
      public_key: device.publicKey,
      enrolled_at: device.now,
      not_after: device.notAfter,
    })
    .execute();

/** The newest first; their ids tell the order. */
export async function listDevices(tx: Tx, beforeId: string | null, most: number): Promise<DeviceView[]> {
  const { rows } = await sql<DeviceView>`
    select id, name, rights, enrolled_at as "enrolledAt", not_after as "notAfter", last_seen_at as "lastSeenAt", revoked_at as "revokedAt"
    from device
    where festival_id = current_festival() and (${beforeId}::uuid is null or id < ${beforeId}::uuid)
    order by id desc limit ${most}`.execute(tx);
  return rows;
}

/** Revokes a device. Null when there is none; whether it was living until now otherwise. */
export async function revoke(tx: Tx, id: DeviceId, now: Date): Promise<{ name: string; wasLiving: boolean } | null> {
  const { rows } = await sql<{ name: string; was_living: boolean }>`
    update device set revoked_at = coalesce(device.revoked_at, ${now}::timestamptz)
    from (select id, revoked_at from device where festival_id = current_festival() and id = ${id} for update) before
    where device.festival_id = current_festival() and device.id = before.id
    returning device.name, before.revoked_at is null as was_living`.execute(tx);
  const [row] = rows;
  return row ? { name: row.name, wasLiving: row.was_living } : null;
}
