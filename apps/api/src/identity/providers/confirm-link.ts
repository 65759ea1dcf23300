import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/provider-contract';
import { PersonId } from '@festivals/domain/primitives';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { platform, step, type Tx } from '../../platform/transaction.ts';
import { findAccount, lockAccount } from '../account-store.ts';
import { askedAs } from '../asked-lately.ts';
import { type Attempt, countAttempt, forgive } from '../attempts.ts';
import { useOneTimeToken } from '../one-time-token.ts';
import { isPassword } from '../password.ts';
import { carrierOf } from '../session-delivery.ts';
import { signedIn } from '../start-session.ts';
import { signInWith } from './finish-provider.ts';
import { linkIdentity } from './link-identity.ts';
import { forgetSealed, PendingLink, readSealed } from './sealed-state.ts';

/**
 * The owner of an account confirms that a provider is linked to it. The identity comes from this browser's own cookie
 * alone: a mail's token proves the mailbox, and links nothing in a browser that did not come from the provider.
 */
export async function confirmProviderLink(
  ctx: Ctx,
  { body }: Input<typeof contract.confirmProviderLink>,
): Promise<Output<typeof contract.confirmProviderLink>> {
  const pending = (await readSealed(ctx, 'link', PendingLink)) ?? fail('identity.provider_expired');
  const personId = PersonId.parse(pending.personId);
  const confirm = 'password' in body ? await byPassword(ctx, pending, body.password) : byMail(ctx, pending, body.token);
  const session = await step(ctx, platform, async (tx) => {
    await confirm(tx);
    await linkIdentity(tx, ctx, { ...pending, personId });
    return signInWith(tx, ctx, { personId, provider: pending.provider });
  });
  forgetSealed(ctx, 'link');
  return { signedIn: await signedIn(ctx, carrierOf(ctx.request), session), next: pending.next };
}

async function byPassword(ctx: Ctx, pending: PendingLink, password: string): Promise<(tx: Tx) => Promise<void>> {
  const attempt: Attempt = await countAttempt(ctx, pending.email);
  const account = await findAccount(ctx.resources.db, { id: pending.personId });
  const isRight = await isPassword(account?.password_hash, password);
  if (!account || !isRight) fail('identity.wrong_password');
  return async (tx) => {
    // A password changed since it was checked would let the old one in once more.
    const current = await lockAccount(tx, account.id);
    if (current?.password_hash !== account.password_hash) fail('identity.wrong_password');
    await forgive(tx, attempt);
  };
}

const byMail =
  (ctx: Ctx, pending: PendingLink, token: string) =>
  async (tx: Tx): Promise<void> => {
    const personId = await useOneTimeToken(tx, token, 'link_identity', ctx.clock.now());
    if (personId !== pending.personId) fail('identity.invalid_token');
  };

/** Sends the mail that confirms the link. */
export async function mailProviderLink(ctx: Ctx): Promise<void> {
  const pending = (await readSealed(ctx, 'link', PendingLink)) ?? fail('identity.provider_expired');
  await step(ctx, platform, async (tx) => {
    await record(tx, ctx, {
      name: await askedAs(tx, 'identity.link_asked', pending.personId),
      subjectId: pending.personId,
      after: { provider: pending.provider, face: ctx.request.face },
    });
  });
}
