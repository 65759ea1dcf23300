import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import type { PersonId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import * as accounts from './account-store.ts';
import { askedAs } from './asked-lately.ts';
import { voidTokens } from './one-time-token.ts';
import { hashPassword, refuseWeak } from './password.ts';

/**
 * Opens an account that waits for its address to be confirmed. A known address gets the same answer after the same work,
 * and a mail that says so: only who reads that mailbox learns which it was.
 */
export async function register(ctx: Ctx, { body }: Input<typeof contract.register>): Promise<void> {
  refuseWeak(body.password, body);
  const passwordHash = await hashPassword(body.password);
  await deed(ctx, platform, async (tx) => {
    const { id, taken } = await accounts.takeAddress(tx, {
      // uuid's v7 is typed as any text; it is the id of the person made here.
      id: v7() as PersonId,
      email: body.email,
      passwordHash,
      name: body.name,
      phone: body.phone ?? null,
      language: body.language,
    });
    // A mail of an earlier registration must not confirm the password of this one.
    if (taken) await voidTokens(tx, id, 'verify_email');
    const name = taken ? 'identity.registered' : await askedAs(tx, 'identity.known_address_registered', id);
    await record(tx, ctx, { name, subjectId: id, after: { face: ctx.request.face } });
  });
}
