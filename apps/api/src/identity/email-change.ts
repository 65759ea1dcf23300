import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/account-contract';
import { emailChangeSeconds, maskEmail } from '@festivals/domain/identity/rules';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform, type Tx } from '../platform/transaction.ts';
import { lockAccount } from './account-store.ts';
import { confirmOwner } from './confirm-owner.ts';
import * as store from './email-change-store.ts';
import { useOneTimeToken as spendToken, voidTokens } from './one-time-token.ts';

/** My address, and the one that shall replace it. */
export async function getEmailChange(ctx: Ctx): Promise<Output<typeof contract.getEmailChange>> {
  const { personId, email } = personOf(ctx);
  const change = await store.findEmailChange(ctx.resources.db, personId, ctx.clock.now());
  return { email, change: change ? shown(change) : null };
}

const shown = (change: store.StoredEmailChange) => ({
  email: change.new_email,
  oldConfirmed: change.old_confirmed_at !== null,
  newConfirmed: change.new_confirmed_at !== null,
  expiresAt: change.expires_at,
});

/** Asks for another address. Whether it has an account already is told to nobody but its mailbox, by silence. */
export async function askEmailChange(ctx: Ctx, { body }: Input<typeof contract.askEmailChange>): Promise<void> {
  const { personId, email } = personOf(ctx);
  await confirmOwner(ctx, body.password);
  if (body.email === email.toLowerCase()) return;
  await deed(ctx, platform, async (tx) => {
    const now = ctx.clock.now();
    if (!(await lockAccount(tx, personId))) fail('identity.not_signed_in');
    const expiresAt = new Date(now.getTime() + emailChangeSeconds * 1000);
    await store.putEmailChange(tx, { personId, email: body.email, now, expiresAt });
    await record(tx, ctx, {
      name: 'identity.email_change_asked',
      subjectId: personId,
      before: { email: maskEmail(email) },
      after: { email: maskEmail(body.email) },
    });
  });
}

/**
 * Confirms the change with one of its mails; with the second it is done. Only where the account is signed in: whoever gets the
 * new address's mail out of the blue cannot hand their mailbox to a stranger's account by opening it.
 */
export async function confirmEmailChange(
  ctx: Ctx,
  { body }: Input<typeof contract.confirmEmailChange>,
): Promise<Output<typeof contract.confirmEmailChange>> {
  const { personId } = personOf(ctx);
  return deed(ctx, platform, async (tx) => {
    const now = ctx.clock.now();
    const account = (await lockAccount(tx, personId)) ?? fail('identity.not_signed_in');
    const change = await confirmed(tx, { personId, token: body.token, now });
    if (change.old_confirmed_at === null || change.new_confirmed_at === null)
      return { email: account.email, change: shown(change) };
    await store.moveToAddress(tx, personId, change.new_email);
    await store.dropEmailChange(tx, personId);
    for (const purpose of ['reset_password', 'link_identity', 'delete_account'] as const)
      await voidTokens(tx, personId, purpose);
    await record(tx, ctx, {
      name: 'identity.email_changed',
      subjectId: personId,
      before: { email: maskEmail(account.email) },
      after: { email: maskEmail(change.new_email) },
    });
    return { email: change.new_email, change: null };
  });
}

async function confirmed(
  tx: Tx,
  { personId, token, now }: { personId: string; token: string; now: Date },
): Promise<store.StoredEmailChange> {
  const sides = [
    ['email_old', 'old_confirmed_at'],
    ['email_new', 'new_confirmed_at'],
  ] as const;
  for (const [purpose, side] of sides) {
    const owner = await spendToken(tx, token, purpose, now);
    if (owner === personId) return (await store.confirmSide(tx, personId, side, now)) ?? fail('identity.invalid_token');
    if (owner !== null) fail('identity.invalid_token');
  }
  return fail('identity.invalid_token');
}

/** Keeps my address. */
export async function cancelEmailChange(ctx: Ctx): Promise<void> {
  const { personId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    if (!(await store.dropEmailChange(tx, personId))) return;
    await record(tx, ctx, { name: 'identity.email_change_cancelled', subjectId: personId });
  });
}
