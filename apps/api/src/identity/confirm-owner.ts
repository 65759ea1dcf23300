import { freshSignInSeconds } from '@festivals/domain/identity/sign-in-provider';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { platform, step } from '../platform/transaction.ts';
import { type Account, findAccount } from './account-store.ts';
import { countAttempt, forgive } from './attempts.ts';
import { isPassword } from './password.ts';
import { sessionStart } from './session-store.ts';

/**
 * Makes sure that it is the owner who sits there, before something that a borrowed session must not do: their password, or
 * for an account without one a sign-in of the last minutes.
 */
export async function confirmOwner(ctx: Ctx, password: string | undefined): Promise<Account> {
  const { personId, sessionId, email } = personOf(ctx);
  const account = (await findAccount(ctx.resources.db, { id: personId })) ?? fail('identity.not_signed_in');
  if (account.password_hash === null) {
    const startedAt = await sessionStart(ctx.resources.db, sessionId);
    const age = ctx.clock.now().getTime() - (startedAt?.getTime() ?? 0);
    return age <= freshSignInSeconds * 1000 ? account : fail('identity.sign_in_again');
  }
  const attempt = await countAttempt(ctx, email);
  if (password === undefined || !(await isPassword(account.password_hash, password))) fail('identity.wrong_password');
  await step(ctx, platform, (tx) => forgive(tx, attempt));
  return account;
}
