import { admit, type KnownTicket } from '@festivals/domain/access/rules';
import { noPrevious, scanFactHash, signScanFact, type ScanFact } from '@festivals/domain/access/scan-fact';
import { fromBase64Url, toBase64Url } from '@festivals/domain/bytes';
import { checkTicketCode } from '@festivals/domain/ticketing/ticket-code';
import { z } from 'zod';
import { checkCertificate } from '../device/enrolment.ts';
import { first, type LocalDatabase } from '../store/local-database.ts';
import { EPOCH, type Gate } from './gate.ts';
import { LocalisedName } from './localised-name.ts';
import type { ScanResult } from './verdict.ts';

/** Decides about a ticket without network and records the decision; the answer comes only after the fact is on disk. */
export async function scanTicket(gate: Gate, code: string): Promise<ScanResult> {
  const { enrolment, store, clock } = gate;
  const certificate = checkCertificate(enrolment, new Date(clock.wall()));
  if (enrolment.revokedAt !== null || !certificate.ok || !certificate.certificate.rights.includes('scan'))
    return { kind: 'closed' };

  const read = checkTicketCode(code, enrolment.festivalKeys);
  if (!read.ok) return { kind: 'refused', because: read.because, typeName: {}, since: null, here: false };

  return store.transaction(async (tx) => {
    const own = await ownAdmission(tx, enrolment.deviceId, read.ticketId);
    const verdict = admit(read, own ?? (await serversWord(tx, read.ticketId)));
    await recordScan(tx, gate, read.ticketId, verdict.admit ? 'admitted' : 'refused');
    const typeName = await typeNameOf(tx, read.ticketTypeId);
    if (verdict.admit) return { kind: 'admitted', typeName };
    return { kind: 'refused', because: verdict.because, typeName, since: verdict.since, here: own !== null };
  });
}

/** This device's own admission of a ticket, which it knows before any server does. */
async function ownAdmission(tx: LocalDatabase, deviceId: string, ticketId: string): Promise<KnownTicket | null> {
  const row = await first(
    tx,
    z.object({ wall_clock: z.number() }),
    "select wall_clock from scan where device_id = ? and ticket_id = ? and decision = 'admitted'",
    deviceId,
    ticketId,
  );
  return row && { state: 'ADMITTED', at: new Date(row.wall_clock).toISOString() };
}

const serversWord = (tx: LocalDatabase, ticketId: string): Promise<KnownTicket | null> =>
  first(
    tx,
    z.object({ state: z.enum(['VALID', 'ADMITTED', 'REVOKED']), at: z.string() }),
    'select state, at from ticket_state where ticket_id = ?',
    ticketId,
  );

async function typeNameOf(tx: LocalDatabase, ticketTypeId: string) {
  const row = await first(
    tx,
    z.object({ type_name: z.string() }),
    'select type_name from ticket_state where ticket_type_id = ? limit 1',
    ticketTypeId,
  );
  return row ? LocalisedName.parse(JSON.parse(row.type_name)) : {};
}

/** Signs the next link of this device's chain. */
async function recordScan(
  tx: LocalDatabase,
  gate: Gate,
  ticketId: string,
  decision: ScanFact['decision'],
): Promise<void> {
  const { deviceId } = gate.enrolment;
  const last = await first(
    tx,
    z.object({ sequence: z.int(), fact: z.string() }),
    'select sequence, fact from scan where device_id = ? and epoch = ? order by sequence desc limit 1',
    deviceId,
    EPOCH,
  );
  const fact: ScanFact = {
    deviceId,
    epoch: EPOCH,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last ? scanFactHash(bytesOf(last.fact)) : noPrevious(),
    id: gate.newId(),
    ticketId,
    decision,
    wallClock: gate.clock.wall(),
    monotonicClock: gate.clock.monotonic(),
    serverTime: gate.clock.server(),
  };
  await tx.run(
    'insert into scan (id, device_id, epoch, sequence, ticket_id, decision, wall_clock, fact) values (?, ?, ?, ?, ?, ?, ?, ?)',
    fact.id,
    deviceId,
    fact.epoch,
    fact.sequence,
    ticketId,
    decision,
    fact.wallClock,
    toBase64Url(signScanFact(fact, gate.secretKey)),
  );
}

/** A fact of our own store; if it is not the base64url that we wrote, the chain must not go on. */
function bytesOf(fact: string): Uint8Array {
  const bytes = fromBase64Url(fact);
  if (!bytes) throw new Error('The last fact in the store cannot be read');
  return bytes;
}
