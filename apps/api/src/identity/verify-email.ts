import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import { setVerified } from './account-store.ts';
import { useOneTimeToken } from './one-time-token.ts';

/** Confirms an address with the token that was sent there. */
export async function verifyEmail(ctx: Ctx, { body }: Input<typeof contract.verifyEmail>): Promise<void> {
  const now = ctx.clock.now();
  await deed(ctx, platform, async (tx) => {
    const personId = await useOneTimeToken(tx, body.token, 'verify_email', now);
    if (personId === null) fail('identity.invalid_token');
    await setVerified(tx, personId, now);
    await record(tx, ctx, { name: 'identity.email_verified', subjectId: personId });
  });
}
