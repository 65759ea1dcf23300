import type { FactOutcome, FactReason } from '@festivals/domain/access/contract';
import type { DeviceId, FestivalId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { actorId } from '../platform/record.ts';
import type { Tx } from '../platform/transaction.ts';
import type { Judgement, Signer } from './judge-fact.ts';

export interface ReceivedFact {
  hash: Buffer;
  bytes: Buffer;
}

/** Stores facts as they came; those that are there already stay as they are. */
export async function keepInInbox(
  tx: Tx,
  festivalId: FestivalId,
  receivedFrom: DeviceId,
  facts: readonly ReceivedFact[],
): Promise<void> {
  // In the order of the hashes: two requests with the same facts wait for each other in one direction only.
  const inOrder = facts.toSorted((left, right) => left.hash.compare(right.hash));
  await sql`
    insert into scan_inbox (festival_id, received_from, hash, bytes)
    select ${festivalId}, ${receivedFrom}, hash, bytes
    from unnest(${inOrder.map(({ hash }) => hash)}::bytea[], ${inOrder.map(({ bytes }) => bytes)}::bytea[]) as came(hash, bytes)
    on conflict do nothing`.execute(tx);
}

export interface UndecidedFact extends ReceivedFact {
  receivedAt: string;
}

export const undecidedFacts = (tx: Tx, hashes: readonly Buffer[]): Promise<UndecidedFact[]> =>
  tx
    .selectFrom('scan_inbox')
    .select(['hash', 'bytes', 'received_at as receivedAt'])
    .where('hash', '=', sql<Buffer>`any(${sql.val(hashes)}::bytea[])`)
    .where('outcome', 'is', null)
    .execute();

/** Why those facts that lie in quarantine do, by their hash (hex). */
export async function quarantineReasons(tx: Tx, hashes: readonly Buffer[]): Promise<Map<string, FactReason>> {
  const { rows } = await sql<{ hash: Buffer; reason: FactReason }>`
    select hash, reason from scan_inbox where hash = any(${sql.val(hashes)}::bytea[]) and outcome = 'QUARANTINED'`.execute(
    tx,
  );
  return new Map(rows.map(({ hash, reason }) => [hash.toString('hex'), reason]));
}

/** Those of these devices that the festival knows, revoked ones included. */
export async function signers(
  tx: Tx,
  festivalId: FestivalId,
  deviceIds: readonly string[],
): Promise<Map<string, Signer>> {
  const { rows } = await sql<Signer & { id: string }>`
    select id, public_key as "publicKey", enrolled_at as "enrolledAt", revoked_at as "revokedAt"
    from device_signers(${festivalId}, ${sql.val(deviceIds)}::uuid[])`.execute(tx);
  return new Map(rows.map((signer) => [signer.id, signer]));
}

export interface Decision {
  hash: Buffer;
  outcome: Exclude<FactOutcome, 'DUPLICATE'>;
  reason: FactReason | null;
}

/** Books what was judged, in one statement: facts, chain, admissions, tickets, events. */
export async function bookScans(
  tx: Tx,
  ctx: Ctx,
  festivalId: FestivalId,
  judged: readonly (Judgement & { hash: Buffer })[],
): Promise<Decision[]> {
  const by = { kind: ctx.caller.kind, id: actorId(ctx.caller), request: ctx.request.id };
  const { rows } = await sql<Decision>`
    select hash, outcome, reason from book_scans(${festivalId}, ${JSON.stringify(judged.map(row))}::jsonb, ${JSON.stringify(by)}::jsonb)`.execute(
    tx,
  );
  return rows;
}

const row = ({ hash, fact, reason, ...judgement }: Judgement & { hash: Buffer }) => ({
  hash: hex(hash),
  reason,
  at: 'at' in judgement ? judgement.at : null,
  ...(fact && {
    id: fact.id,
    device_id: fact.deviceId,
    epoch: fact.epoch,
    sequence: fact.sequence,
    previous: hex(fact.previous),
    ticket_id: fact.ticketId,
    decision: fact.decision,
  }),
});

/** Bytes as PostgreSQL reads them from text. */
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;
