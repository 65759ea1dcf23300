import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { platform, step } from '../platform/transaction.ts';
import * as accounts from './account-store.ts';
import { askedAs } from './asked-lately.ts';
import { countAttempt, forgive } from './attempts.ts';
import { isPassword } from './password.ts';
import { carrierOf } from './session-delivery.ts';
import { signedIn, startSession } from './start-session.ts';

/** Signs in with a password. An unknown address takes as long, and counts as an attempt, like a known one. */
export async function login(ctx: Ctx, { body }: Input<typeof contract.login>): Promise<Output<typeof contract.login>> {
  const attempt = await countAttempt(ctx, body.email);
  const account = await accounts.findAccount(ctx.resources.db, { email: body.email });
  const isRight = await isPassword(account?.password_hash, body.password);
  if (!account || !isRight) fail('identity.invalid_credentials');
  if (account.email_verified_at === null) await askToVerify(ctx, account.id);

  const session = await step(ctx, platform, async (tx) => {
    // A password changed since it was checked would let the old one in once more.
    const current = await accounts.lockAccount(tx, account.id);
    if (current?.password_hash !== account.password_hash) fail('identity.invalid_credentials');
    await forgive(tx, attempt);
    const started = await startSession(tx, ctx, account.id);
    await record(tx, ctx, {
      name: 'identity.signed_in',
      subjectId: account.id,
      after: { sessionId: started.sessionId },
    });
    return started;
  });
  return signedIn(ctx, carrierOf(ctx.request), session);
}

/** The password was right, so its owner may know; the mail goes out again, for the first may be lost. */
async function askToVerify(ctx: Ctx, personId: string): Promise<never> {
  await step(ctx, platform, async (tx) => {
    const name = await askedAs(tx, 'identity.verification_asked', personId);
    await record(tx, ctx, { name, subjectId: personId, after: { face: ctx.request.face } });
  });
  return fail('identity.email_not_verified');
}
