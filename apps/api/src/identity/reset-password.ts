import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import * as accounts from './account-store.ts';
import { forgiveAccount } from './attempts.ts';
import { dropEmailChange } from './email-change-store.ts';
import { useOneTimeToken, voidTokens } from './one-time-token.ts';
import { deleteIdentities } from './providers/identity-store.ts';
import { hashPassword, refuseWeak } from './password.ts';
import { takeBack } from './session-delivery.ts';
import { revokeSessions } from './session-store.ts';

/**
 * Chooses a new password with the token of the mail, and ends every session: whoever knew the old one is out, and so is
 * whoever had linked an identity of theirs. A provider that is the owner's own is linked again at its next sign-in.
 */
export async function resetPassword(ctx: Ctx, { body }: Input<typeof contract.resetPassword>): Promise<void> {
  const now = ctx.clock.now();
  const passwordHash = await hashPassword(body.password);
  await deed(ctx, platform, async (tx) => {
    const personId = await useOneTimeToken(tx, body.token, 'reset_password', now);
    const account = personId === null ? undefined : await accounts.lockAccount(tx, personId);
    if (!account) fail('identity.invalid_token');
    // Refusing undoes the transaction: the token is still good for a better password.
    refuseWeak(body.password, account);
    await accounts.setPassword(tx, account.id, passwordHash);
    // The token came by mail, so the address is theirs.
    await accounts.setVerified(tx, account.id, now);
    for (const purpose of ['verify_email', 'link_identity'] as const) await voidTokens(tx, account.id, purpose);
    await forgiveAccount(tx, ctx, account.email);
    await dropEmailChange(tx, account.id);
    const unlinked = await deleteIdentities(tx, account.id);
    const ended = await revokeSessions(tx, account.id, 'password_reset', now);
    await record(tx, ctx, {
      name: 'identity.password_reset',
      subjectId: account.id,
      after: { sessions: ended, unlinked, face: ctx.request.face },
    });
  });
  takeBack(ctx);
}
