import type { PersonId } from '@festivals/domain/primitives';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import type { Tx } from '../../platform/transaction.ts';
import { lockAccount } from '../account-store.ts';
import * as identities from './identity-store.ts';

/** Links an identity to an account whose owner has confirmed it; one that is theirs already stays, another's is refused. */
export async function linkIdentity(
  tx: Tx,
  ctx: Ctx,
  link: { personId: PersonId; provider: string; issuer: string; subject: string; email: string | null },
): Promise<void> {
  await identities.lockIdentity(tx, link);
  const account = (await lockAccount(tx, link.personId)) ?? fail('identity.not_signed_in');
  if (account.email_verified_at === null) fail('identity.email_not_verified');
  const owner = await identities.personOfIdentity(tx, link);
  if (owner === link.personId) return;
  if (owner !== null) fail('identity.linked_to_another');
  await identities.insertIdentity(tx, { ...link, now: ctx.clock.now() });
  await record(tx, ctx, {
    name: 'identity.way_in_added',
    subjectId: link.personId,
    after: { provider: link.provider, face: ctx.request.face },
    personId: link.personId,
  });
}
