import { createHash } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/access/contract';
import { deviceOf, type Ctx } from '../platform/context.ts';
import { look, step } from '../platform/transaction.ts';
import { bookFacts } from './book-facts.ts';
import * as store from './store.ts';

type Outcomes = Output<typeof contract.uploadScans>;

/** Keeps the facts as they came, in a transaction of its own, and then books them: whatever goes wrong, they are there. */
export async function uploadScans(ctx: Ctx, { params, body }: Input<typeof contract.uploadScans>): Promise<Outcomes> {
  const { deviceId } = deviceOf(ctx);
  const { festivalId } = params;
  const facts = body.facts.map((text) => received(Buffer.from(text, 'base64url')));
  const hashes = facts.map(({ hash }) => hash);

  await step(ctx, festivalId, (tx) => store.keepInInbox(tx, festivalId, deviceId, facts));
  const decidedNow = new Map(
    (await bookFacts(ctx, festivalId, hashes)).map((decision) => [decision.hash.toString('hex'), decision]),
  );
  const decidedBefore = await look(ctx, festivalId, (tx) => store.quarantineReasons(tx, hashes));

  const outcomes = hashes.map((hash) => {
    const key = hash.toString('hex');
    const now = decidedNow.get(key);
    // The same bytes a second time within the request are a repetition as well.
    decidedNow.delete(key);
    if (now) return { outcome: now.outcome, reason: now.reason };
    const quarantined = decidedBefore.get(key);
    return quarantined
      ? { outcome: 'QUARANTINED' as const, reason: quarantined }
      : { outcome: 'DUPLICATE' as const, reason: null };
  });
  return { outcomes };
}

const received = (bytes: Buffer): store.ReceivedFact => ({ bytes, hash: createHash('sha256').update(bytes).digest() });
