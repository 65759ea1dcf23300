import type { Input, Output } from '@festivals/contract';
import type { updateFestival as contract } from '@festivals/domain/festival/contract';
import { mostFormerAddresses as most } from '@festivals/domain/festival/domain-contract';
import { invalidChanges } from '@festivals/domain/festival/rules';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as formerAddresses from './former-address-store.ts';
import * as store from './store.ts';

/** Changes a festival, unless somebody else has changed it since the caller read it. */
export async function updateFestival(
  ctx: Ctx,
  { params, body }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { version, changes } = body;
  return deed(ctx, params.festivalId, async (tx) => {
    const before = (await store.lock(tx)) ?? fail('general.not_found');
    if (before.version !== version) fail('general.conflict', { version: before.version });
    // JSON knows no undefined: a field is among the changes or absent from them.
    const changed = { ...before, ...changes } as store.FestivalView;
    const issues = invalidChanges(before, changed);
    if (issues.length > 0) fail('general.validation_failed', { part: 'body', issues });
    const after = await store.update(tx, changed);
    if (after.slug !== before.slug && (await formerAddresses.list(tx)).length > most)
      fail('festival.too_many_addresses', { most });
    await record(tx, ctx, {
      name: 'festival.changed',
      subjectId: after.id,
      ...difference(before, after, Object.keys(changes)),
    });
    return after;
  });
}

/** Only the fields that the caller set, as they were and as they are. */
function difference(before: object, after: object, fields: readonly string[]) {
  const part = (whole: object) => Object.fromEntries(Object.entries(whole).filter(([field]) => fields.includes(field)));
  return { before: part(before), after: part(after) };
}
