/** Slows the guessing of passwords down, the same for accounts that exist and those that do not. */
import { createHmac } from 'node:crypto';
import { attemptLimits, attemptWindowSeconds, secondsToWait } from '@festivals/domain/identity/rules';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { platform, step, type Tx } from '../platform/transaction.ts';
import { deriveKey } from './derive-key.ts';

interface Subjects {
  accountAtAddress: Buffer;
  account: Buffer;
  address: Buffer;
}

/** An attempt that counts as failed until it is forgiven. */
export interface Attempt {
  at: Date;
  subjects: Subjects;
}

/**
 * Counts an attempt before the password is looked at, one at a time per subject, so that a hundred guesses at once are
 * no more than a hundred in a row. What is refused is not counted: waiting helps, and hammering does not prolong it.
 */
export async function countAttempt(ctx: Ctx, email: string): Promise<Attempt> {
  const subjects = subjectsOf(ctx, email);
  const { at, wait } = await step(ctx, platform, async (tx) => {
    await lock(tx, subjects);
    const now = ctx.clock.now();
    const failed = await recent(tx, subjects, now);
    const longest = Math.max(
      ...keys.map((key) => secondsToWait(timesOf(failed, subjects[key]), attemptLimits[key], now)),
    );
    if (longest === 0) await insert(tx, subjects, now);
    return { at: now, wait: longest };
  });
  return wait > 0 ? fail('identity.too_many_attempts', { retryAfterSeconds: wait }) : { at, subjects };
}

const timesOf = (failed: ReadonlyArray<{ subject: Buffer; at: string }>, subject: Buffer): Date[] =>
  failed.filter((one) => one.subject.equals(subject)).map((one) => new Date(one.at));

/** A sign-in that succeeded clears its account, but of its address only itself: others may be guessing from there. */
export async function forgive(tx: Tx, { at, subjects }: Attempt): Promise<void> {
  await tx.deleteFrom('login_attempt').where('subject', 'in', [subjects.accountAtAddress, subjects.account]).execute();
  await tx
    .deleteFrom('login_attempt')
    .where('subject', '=', subjects.address)
    .where('at', '=', at.toISOString())
    .execute();
}

/** After a new password its owner may sign in again at once, whoever has been guessing the old one. */
export async function forgiveAccount(tx: Tx, ctx: Ctx, email: string): Promise<void> {
  const { account, accountAtAddress } = subjectsOf(ctx, email);
  await tx.deleteFrom('login_attempt').where('subject', 'in', [account, accountAtAddress]).execute();
}

const keys = ['accountAtAddress', 'account', 'address'] as const satisfies ReadonlyArray<keyof Subjects>;

function subjectsOf({ resources, request }: Ctx, email: string): Subjects {
  const key = deriveKey(resources.env.JWT_SECRET, 'login-attempt');
  const subject = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    accountAtAddress: subject(`account ${email} at ${request.address}`),
    account: subject(`account ${email}`),
    address: subject(`address ${request.address}`),
  };
}

/** Always in the same order, so that two attempts never wait for each other. */
const lock = (tx: Tx, subjects: Subjects) =>
  sql`select pg_advisory_xact_lock(hashtextextended(subject, 2))
    from unnest(${keys.map((key) => subjects[key].toString('hex')).toSorted()}::text[]) as subject`.execute(tx);

const recent = (tx: Tx, subjects: Subjects, now: Date) =>
  tx
    .selectFrom('login_attempt')
    .select(['subject', 'at'])
    .where(
      'subject',
      'in',
      keys.map((key) => subjects[key]),
    )
    .where('at', '>', new Date(now.getTime() - attemptWindowSeconds * 1000).toISOString())
    .execute();

const insert = (tx: Tx, subjects: Subjects, at: Date) =>
  tx
    .insertInto('login_attempt')
    .values(keys.map((key) => ({ subject: subjects[key], at })))
    .execute();
