import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import { type Account, lockAccount, setProfile } from './account-store.ts';
import { describeMe } from './me.ts';

/** Changes my name, language or telephone; what is left out stays. */
export async function updateMe(
  ctx: Ctx,
  { body }: Input<typeof contract.updateMe>,
): Promise<Output<typeof contract.updateMe>> {
  const { personId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    const before = await lockAccount(tx, personId);
    if (!before) fail('identity.not_signed_in');
    const after = {
      name: body.name ?? before.name,
      language: body.language ?? before.language,
      phone: body.phone === undefined ? before.phone : body.phone,
    };
    await setProfile(tx, personId, after);
    await record(tx, ctx, {
      name: 'identity.profile_changed',
      subjectId: personId,
      before: auditable(before),
      after: auditable(after),
    });
  });
  return describeMe(ctx, personId);
}

/** The trail is kept for years; of a telephone number its end is enough to tell two apart. */
const auditable = ({ name, language, phone }: Pick<Account, 'name' | 'language' | 'phone'>) => ({
  name,
  language,
  phone: phone && `…${phone.slice(-3)}`,
});
