import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  challengeOf,
  judgeWork,
  termsText,
  workBits,
  workSeconds,
} from '@festivals/domain/ticketing/hold-work/proof-of-work';
import type { ProofOfWork, Work, WorkChallenge } from '@festivals/domain/ticketing/hold-work/schemas';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { comesNow, rushes } from './rush.ts';

/** Refuses a hold that did not do the work which its festival wants now; the refusal says over what it is done. */
export function requireWork(
  ctx: Ctx,
  hold: { festivalId: string; proofOfWork: ProofOfWork; work?: Work | undefined; secret: string },
): void {
  const { festivalId, proofOfWork, work, secret } = hold;
  if (proofOfWork === 'RUSH') comesNow(ctx, festivalId);
  if (!isWorkWanted(ctx, festivalId, proofOfWork)) return;
  const reason = judgeWork(work, {
    festivalId,
    secret,
    key: ctx.key?.key ?? null,
    now: ctx.clock.now(),
    isSealed: (text, seal) => isSame(sealOf(ctx, text), seal),
  });
  if (reason) fail('ticketing.work_wanted', { reason, ...newChallenge(ctx, festivalId) });
}

export const isWorkWanted = (ctx: Ctx, festivalId: string, proofOfWork: ProofOfWork): boolean =>
  proofOfWork === 'ALWAYS' || (proofOfWork === 'RUSH' && rushes(ctx, festivalId));

/** A challenge of a festival, from now on; all who ask within the same second are given the same. */
export function newChallenge(ctx: Ctx, festivalId: string): WorkChallenge {
  const until = Math.floor(ctx.clock.now().getTime() / 1000 + workSeconds) * 1000;
  const terms = { until, bits: workBits };
  return {
    challenge: challengeOf(terms, sealOf(ctx, termsText(festivalId, terms))),
    bits: workBits,
    until: new Date(until).toISOString(),
  };
}

const sealOf = ({ resources: { env } }: Ctx, text: string): string =>
  createHmac('sha256', env.JWT_SECRET).update(`hold work ${text}`).digest('base64url');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
