import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/account-contract';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import * as accounts from './account-store.ts';
import { confirmOwner } from './confirm-owner.ts';
import { dropEmailChange } from './email-change-store.ts';
import { voidTokens } from './one-time-token.ts';
import { hashPassword, refuseWeak } from './password.ts';
import { revokeOtherSessions } from './session-store.ts';

/** Chooses another password, or a first one, and ends my other sessions: whoever knew the old one is out. */
export async function changePassword(ctx: Ctx, { body }: Input<typeof contract.changePassword>): Promise<void> {
  const { personId, sessionId } = personOf(ctx);
  const checked = await confirmOwner(ctx, body.current);
  refuseWeak(body.password, checked);
  const passwordHash = await hashPassword(body.password);
  await deed(ctx, platform, async (tx) => {
    const account = (await accounts.lockAccount(tx, personId)) ?? fail('identity.not_signed_in');
    // A password changed since it was checked would let the old one in once more.
    if (account.password_hash !== checked.password_hash) fail('identity.wrong_password');
    await accounts.setPassword(tx, personId, passwordHash);
    await voidTokens(tx, personId, 'reset_password');
    await dropEmailChange(tx, personId);
    const sessions = await revokeOtherSessions(tx, { personId, sessionId }, 'password_changed', ctx.clock.now());
    await record(tx, ctx, {
      name: 'identity.password_changed',
      subjectId: personId,
      after: { sessions, face: ctx.request.face, first: account.password_hash === null },
    });
  });
}
