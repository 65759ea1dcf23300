/** Gates and tickets for tests. */
import { generateKeyPairSync } from 'node:crypto';
import { scanFactHash, noPrevious, signScanFact, type ScanFact } from '@festivals/domain/access/scan-fact';
import type { DeviceId, FestivalId } from '@festivals/domain/primitives';
import type pg from 'pg';
import { v7 } from 'uuid';
import type { TestApi } from '../testing/start-api.ts';

export interface Gate {
  id: DeviceId;
  client: ReturnType<TestApi['client']>;
  /** Records and signs the next fact of this device's chain; what is given replaces what the device would write. */
  scan(ticketId: string, changes?: Partial<ScanFact>): Uint8Array;
  /** Hands facts over and answers what became of each. */
  send(facts: readonly Uint8Array[]): Promise<{ outcome: string; reason: string | null }[]>;
}

/** A device with a chain of its own, enrolled by an organiser a day ago. */
export async function openGate(api: TestApi, festivalId: FestivalId, name = 'Gate'): Promise<Gate> {
  const { client: organiser } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const { code } = await organiser.devices.offerEnrolment({ params: { festivalId }, body: { name, rights: ['scan'] } });
  const { secretKey, publicKey } = newKeys();
  const { deviceId: id, token } = await api
    .client('app')
    .devices.enrol({ body: { code, publicKey: textOf(publicKey) } });
  await api.ownerPool.query(`update device set enrolled_at = now() - interval '1 day' where id = $1`, [id]);
  const client = api.client('app', token);

  let sequence = 0;
  let previous = noPrevious();
  return {
    id,
    client,
    scan: (ticketId, changes = {}) => {
      sequence += 1;
      const fact: ScanFact = {
        deviceId: id,
        epoch: 1,
        sequence,
        previous,
        id: v7(),
        ticketId,
        decision: 'admitted',
        wallClock: Date.now() - 60_000,
        monotonicClock: sequence * 1000,
        serverTime: Date.now() - 3_600_000,
        ...changes,
      };
      const bytes = signScanFact(fact, secretKey);
      previous = scanFactHash(bytes);
      return bytes;
    },
    send: async (facts) =>
      (await client.access.uploadScans({ params: { festivalId }, body: { facts: facts.map(textOf) } })).outcomes,
  };
}

/** An Ed25519 key pair as raw bytes. */
export function newKeys(): { secretKey: Uint8Array; publicKey: Uint8Array } {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    secretKey: new Uint8Array(Buffer.from(d, 'base64url')),
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
  };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Sold tickets of one type, written by the owner; their ids. */
export async function sellTickets(ownerPool: pg.Pool, festivalId: FestivalId, count: number): Promise<string[]> {
  const [quota, type, basket, order] = [v7(), v7(), v7(), v7()];
  const tickets = Array.from({ length: count }, () => v7());
  await ownerPool.query(`insert into quota (festival_id, id, capacity, sold) values ($1, $2, $3, $3)`, [
    festivalId,
    quota,
    count,
  ]);
  await ownerPool.query(
    `insert into ticket_type (festival_id, id, quota_id, name, price, vat, max_per_order) values ($1, $2, $3, '{"en": "Day"}', 4500, 600, 10)`,
    [festivalId, type, quota],
  );
  await ownerPool.query(
    `insert into basket (festival_id, id, secret_hash, status, currency, total, expires_at) values ($1, $2, '\\x00', 'ORDERED', 'EUR', 4500, now())`,
    [festivalId, basket],
  );
  await ownerPool.query(
    `insert into ticket_order (festival_id, id, basket_id, reference, status, email, name, language, currency, total, pay_until, paid_at)
     values ($1, $2, $3, $4, 'PAID', 'ana@example.org', 'Ana', 'pt', 'EUR', 4500, now(), now())`,
    [festivalId, order, basket, order.slice(-8)],
  );
  await ownerPool.query(
    `insert into ticket (festival_id, id, order_id, ticket_type_id, holder) select $1, id, $3, $4, 'Ana' from unnest($2::uuid[]) as id`,
    [festivalId, tickets, order, type],
  );
  return tickets;
}

/** A copy of these bytes with one bit of one byte turned. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
