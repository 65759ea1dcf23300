import type { Input } from '@festivals/contract';
import type { giveUpAddress as contract } from '@festivals/domain/festival/domain-contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { remove } from './former-address-store.ts';

/** Lets an address of before go: links to it lead nowhere any more, and next year's festival may take it. */
export function giveUpAddress(ctx: Ctx, { params }: Input<typeof contract>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = (await remove(tx, params.slug)) ?? fail('general.not_found');
    await record(tx, ctx, { name: 'festival.address_given_up', subjectId: params.festivalId, before });
  });
}
