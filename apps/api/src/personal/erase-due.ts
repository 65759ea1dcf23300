import { FestivalId, type PersonId } from '@festivals/domain/primitives';
import { findAccount } from '../identity/account-store.ts';
import type { Ctx } from '../platform/context.ts';
import type { ScheduledJob } from '../platform/domain-module.ts';
import type { PersonalPart, Who } from '../platform/personal-part.ts';
import { record } from '../platform/record.ts';
import { platform, step, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

/** So many at a time: the next hour takes the rest. */
const most = 100;

/** Ends the accounts whose grace is over, and takes away copies that are. */
export const eraseDue =
  (parts: readonly PersonalPart[]): ScheduledJob =>
  async (ctx) => {
    await step(ctx, platform, (tx) => store.dropOldCopies(tx, ctx.clock.now()));
    for (const personId of await store.accountsDue(ctx, most)) await endAccount(ctx, parts, personId);
  };

/** Festival by festival, then the account itself; begun and not ended, it goes on where it was. */
async function endAccount(ctx: Ctx, parts: readonly PersonalPart[], personId: PersonId): Promise<void> {
  const account = await findAccount(ctx.resources.db, { id: personId });
  if (!account) return void (await step(ctx, platform, (tx) => store.dropDeletion(tx, personId)));
  if ((await store.onlyOrganiserOf(ctx, personId)).length > 0) return refuse(ctx, personId);
  if (await step(ctx, platform, (tx) => store.isOnlySuperAdmin(tx, personId))) return refuse(ctx, personId);
  const who = { id: personId, email: account.email };
  for (const festivalId of await store.festivalsAbout(ctx, personId)) {
    await step(ctx, FestivalId.parse(festivalId), async (tx) => {
      await eraseAll(
        tx,
        parts.filter((part) => part.in === 'festivals'),
        who,
      );
      await record(tx, ctx, { name: 'personal.member_erased', subjectId: personId });
    });
  }
  await step(ctx, platform, async (tx) => {
    await store.dropDeletion(tx, personId);
    await store.dropCopy(tx, personId);
    await eraseAll(
      tx,
      parts.filter((part) => part.in === 'platform'),
      who,
    );
    await record(tx, ctx, { name: 'personal.account_erased', subjectId: personId });
  });
}

/** Became the last organiser, or the platform's last super-admin, meanwhile: the account stays, and its owner is told why. */
const refuse = (ctx: Ctx, personId: PersonId): Promise<void> =>
  step(ctx, platform, async (tx) => {
    await store.dropDeletion(tx, personId);
    await record(tx, ctx, { name: 'personal.deletion_refused', subjectId: personId });
  });

async function eraseAll(tx: Tx, parts: readonly PersonalPart[], who: Who): Promise<void> {
  for (const part of parts) await part.erase?.(tx, who);
}
