import type { Input, Output } from '@festivals/contract';
import { maskEmail } from '@festivals/domain/identity/rules';
import type * as contract from '@festivals/domain/ticketing/guests/contract';
import { mostGuests } from '@festivals/domain/ticketing/guests/plan-guests';
import { hasPlaces } from '@festivals/domain/ticketing/guests/rules';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { given } from '../../platform/given.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import * as store from './guest-store.ts';
import { shownGuest } from './shown-guest.ts';
import { listToFill, listToSee } from './may-fill.ts';

/** Everyone on a list, in the order in which they were written down. */
export function listGuests(
  ctx: Ctx,
  { params }: Input<typeof contract.listGuests>,
): Promise<Output<typeof contract.listGuests>> {
  return look(ctx, params.festivalId, async (tx) => {
    await listToSee(tx, ctx, params.guestListId);
    return (await store.guests(tx, { listId: params.guestListId })).map(shownGuest);
  });
}

/** Writes somebody on a list. */
export function addGuest(
  ctx: Ctx,
  { params, body }: Input<typeof contract.addGuest>,
): Promise<Output<typeof contract.addGuest>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const list = await listToFill(tx, ctx, params.guestListId);
    await requireRoom(tx, list.id, 1);
    const [id = ''] = await store.insertGuests(tx, list.id, ctx.request.language, [body]);
    const guest = (await store.findGuest(tx, list.id, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.guest_added', subjectId: id, after: told(guest) });
    return shownGuest(guest);
  });
}

/** Changes what is known of a guest whom nobody changed meanwhile. Whoever has places keeps what stands on them: a note may be added. */
export function updateGuest(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateGuest>,
): Promise<Output<typeof contract.updateGuest>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const list = await listToFill(tx, ctx, params.guestListId);
    const [before] = await store.lockGuests(tx, list.id, [params.guestId]);
    if (!before) fail('general.not_found');
    if (before.version !== body.version) fail('general.conflict', { version: before.version });
    const wanted = { ...before, ...given(body.changes) };
    const isOther = (['name', 'email', 'companions'] as const).some((part) => wanted[part] !== before[part]);
    if (isOther && hasPlaces(before.state)) fail('ticketing.guest_has_places');
    await store.updateGuest(tx, wanted);
    const after = (await store.findGuest(tx, list.id, before.id)) ?? fail('general.internal');
    await record(tx, ctx, {
      name: 'ticketing.guest_changed',
      subjectId: before.id,
      before: told(before),
      after: told(after),
    });
    return shownGuest(after);
  });
}

/** A list of more people than that is none that anybody reads. */
export async function requireRoom(tx: Tx, listId: string, more: number): Promise<void> {
  if ((await store.countGuests(tx, listId)) + more > mostGuests)
    fail('ticketing.too_many_guests', { most: mostGuests });
}

/** The trail is never forgotten, people must be: it keeps what the team recognises. */
const told = ({ name, email, companions, note }: store.GuestView) => ({
  name: name.slice(0, 1),
  email: email && maskEmail(email),
  companions,
  note: note !== '',
});
