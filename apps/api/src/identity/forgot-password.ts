import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import { findAccount } from './account-store.ts';
import { askedAs } from './asked-lately.ts';

/**
 * Asks for a mail to choose a new password. An unknown address gets the same answer after the same work: the event is
 * written for it too, about nobody, and the job that follows finds no one to write to.
 */
export async function forgotPassword(ctx: Ctx, { body }: Input<typeof contract.forgotPassword>): Promise<void> {
  await deed(ctx, platform, async (tx) => {
    const account = await findAccount(tx, { email: body.email });
    const personId = account?.id ?? platform;
    await record(tx, ctx, {
      name: await askedAs(tx, 'identity.password_reset_asked', personId),
      subjectId: personId,
      after: { face: ctx.request.face },
    });
  });
}
