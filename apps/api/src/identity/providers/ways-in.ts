import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/provider-contract';
import { mayUnlink } from '@festivals/domain/identity/sign-in-provider';
import { type Ctx, personOf } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, platform } from '../../platform/transaction.ts';
import { findAccount, lockAccount } from '../account-store.ts';
import { deleteIdentity, identitiesOf } from './identity-store.ts';

/** How I can sign in. A provider that is no longer configured is shown by its id. */
export async function listWaysIn(ctx: Ctx): Promise<Output<typeof contract.listWaysIn>> {
  const { personId } = personOf(ctx);
  const { db, env } = ctx.resources;
  const [account, identities] = await Promise.all([findAccount(db, { id: personId }), identitiesOf(db, personId)]);
  return {
    hasPassword: account?.password_hash != null,
    identities: identities.map(({ id, provider, email, linked_at, used_at }) => {
      const settings = env.signInProviders.find((one) => one.id === provider);
      return {
        id,
        provider: settings?.name ?? provider,
        icon: settings?.icon ?? 'key',
        email,
        linkedAt: linked_at,
        usedAt: used_at,
      };
    }),
  };
}

/** Unlinks a provider. The account is locked first: of two that go at once, the second finds that it is the last. */
export async function unlinkIdentity(ctx: Ctx, { params }: Input<typeof contract.unlinkIdentity>): Promise<void> {
  const { personId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    const account = (await lockAccount(tx, personId)) ?? fail('identity.not_signed_in');
    const identities = await identitiesOf(tx, personId);
    const { provider } = identities.find(({ id }) => id === params.identityId) ?? fail('general.not_found');
    if (!mayUnlink({ hasPassword: account.password_hash !== null, identities: identities.length }))
      fail('identity.last_way_in');
    await deleteIdentity(tx, params.identityId);
    await record(tx, ctx, {
      name: 'identity.way_in_removed',
      subjectId: personId,
      before: { provider },
      after: { face: ctx.request.face },
    });
  });
}
