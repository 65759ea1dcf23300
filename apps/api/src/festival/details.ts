import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/festival/details-contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import * as details from './details-store.ts';
import * as store from './store.ts';
import { visibleFestival } from './visible-festival.ts';

/** Contact, legal texts, policies, links, questions and rates: for everyone who may see the festival. */
export const getDetails = (
  ctx: Ctx,
  { params }: Input<typeof contract.getDetails>,
): Promise<Output<typeof contract.getDetails>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return details.read(tx);
  });

/** Writes one part of the details, unless somebody else has written it since the caller read it. */
export function saveDetails(
  ctx: Ctx,
  { params, body }: Input<typeof contract.saveDetails>,
): Promise<Output<typeof contract.saveDetails>> {
  const { section, version, content } = body;
  return deed(ctx, params.festivalId, async (tx) => {
    if (!(await store.lock(tx))) fail('general.not_found');
    const before = (await details.read(tx))[section];
    if (before.version !== version) fail('general.conflict', { version: before.version });
    await details.write(tx, section, content);
    await record(tx, ctx, {
      name: 'festival.details_changed',
      subjectId: params.festivalId,
      before: { [section]: before.content },
      after: { [section]: content },
    });
    return details.read(tx);
  });
}
