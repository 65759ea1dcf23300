import { readScanFact } from '@festivals/domain/access/scan-fact';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { step, type Tx } from '../platform/transaction.ts';
import { judgeFact } from './judge-fact.ts';
import * as store from './store.ts';

/**
 * Decides on those facts of the inbox that nobody has decided on: each is booked exactly once or quarantined.
 * Answers what became of them just now; facts decided before are left out.
 */
export function bookFacts(ctx: Ctx, festivalId: FestivalId, hashes: readonly Buffer[]): Promise<store.Decision[]> {
  return step(ctx, festivalId, async (tx) => {
    const undecided = await store.undecidedFacts(tx, hashes);
    if (undecided.length === 0) return [];
    const signers = await signersOf(tx, festivalId, undecided);
    const judged = undecided.map(({ hash, bytes, receivedAt }) => ({ hash, ...judgeFact(bytes, receivedAt, signers) }));
    return store.bookScans(tx, ctx, festivalId, judged);
  });
}

function signersOf(tx: Tx, festivalId: FestivalId, facts: readonly store.UndecidedFact[]) {
  const devices = new Set(facts.flatMap(({ bytes }) => readScanFact(bytes)?.deviceId ?? []));
  return store.signers(tx, festivalId, [...devices]);
}
