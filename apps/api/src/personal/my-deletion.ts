import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/personal/contract';
import { graceSeconds } from '@festivals/domain/personal/rules';
import { findAccount, lockAccount } from '../identity/account-store.ts';
import { askedAs } from '../identity/asked-lately.ts';
import { confirmOwner } from '../identity/confirm-owner.ts';
import { useOneTimeToken } from '../identity/one-time-token.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Asks for the end of my account: my password confirms it, or without one a mail does. */
export async function askMyDeletion(
  ctx: Ctx,
  { body }: Input<typeof contract.askMyDeletion>,
): Promise<Output<typeof contract.askMyDeletion>> {
  const { personId } = personOf(ctx);
  await refuseOnlyOrganiser(ctx, personId);
  const account = (await findAccount(ctx.resources.db, { id: personId })) ?? fail('identity.not_signed_in');
  if (account.password_hash === null) {
    await deed(ctx, platform, async (tx) => {
      const name = await askedAs(tx, 'identity.deletion_asked', personId);
      await record(tx, ctx, { name, subjectId: personId });
    });
    return { state: 'mailed' };
  }
  await confirmOwner(ctx, body.password);
  await deed(ctx, platform, (tx) => plan(tx, ctx, personId));
  return { state: 'planned' };
}

export async function confirmMyDeletion(ctx: Ctx, { body }: Input<typeof contract.confirmMyDeletion>): Promise<void> {
  const { personId } = personOf(ctx);
  await refuseOnlyOrganiser(ctx, personId);
  await deed(ctx, platform, async (tx) => {
    const owner = await useOneTimeToken(tx, body.token, 'delete_account', ctx.clock.now());
    if (owner !== personId) fail('identity.invalid_token');
    await plan(tx, ctx, personId);
  });
}

async function plan(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  const now = ctx.clock.now();
  if (!(await lockAccount(tx, personId))) fail('identity.not_signed_in');
  if (await store.isOnlySuperAdmin(tx, personId)) fail('personal.only_super_admin');
  const dueAt = new Date(now.getTime() + graceSeconds * 1000);
  if (!(await store.planDeletion(tx, { personId, now, dueAt }))) return;
  await record(tx, ctx, { name: 'personal.deletion_planned', subjectId: personId, after: { dueAt } });
}

/** Keeps my account after all. */
export async function cancelMyDeletion(ctx: Ctx): Promise<void> {
  const { personId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    if (!(await store.dropDeletion(tx, personId))) return;
    await record(tx, ctx, { name: 'personal.deletion_cancelled', subjectId: personId });
  });
}

async function refuseOnlyOrganiser(ctx: Ctx, personId: string): Promise<void> {
  const festivals = await store.onlyOrganiserOf(ctx, personId);
  if (festivals.length > 0) fail('personal.only_organiser', { festivals });
}
