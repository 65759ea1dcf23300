import { may } from '@festivals/domain/identity/policy';
import { mayFill } from '@festivals/domain/ticketing/guests/rules';
import { type Ctx, personOf } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import type { Tx } from '../../platform/transaction.ts';
import * as store from './guest-list-store.ts';

type List = NonNullable<Awaited<ReturnType<typeof store.findGuestList>>>;

/** A list that whoever calls may fill; any other is none. */
export async function listToSee(tx: Tx, ctx: Ctx, id: string): Promise<List> {
  return filled(ctx, await store.findGuestList(tx, id));
}

/** The same, against changes by anybody else until the deed is done. */
export async function listToFill(tx: Tx, ctx: Ctx, id: string): Promise<List> {
  return filled(ctx, await store.lockGuestList(tx, id));
}

function filled(ctx: Ctx, list: List | undefined): List {
  const caller = personOf(ctx);
  const who = { personId: caller.personId, mayEdit: may(caller, 'guests.edit') };
  return list && mayFill({ ownerId: list.owner?.id ?? null }, who) ? list : fail('general.not_found');
}
