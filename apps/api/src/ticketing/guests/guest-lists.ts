import type { Input, Output } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import type * as contract from '@festivals/domain/ticketing/guests/contract';
import { answeredUntil } from '@festivals/domain/ticketing/guests/rules';
import { v7 } from 'uuid';
import * as festivals from '../../festival/store.ts';
import { livingRolesOf } from '../../identity/member-store.ts';
import { type Ctx, personOf } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { given } from '../../platform/given.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import { keepTypes } from '../types/removed-type-store.ts';
import * as store from './guest-list-store.ts';

/** Guest lists by name: all for whoever makes them, else those that were given to whoever asks. */
export function listGuestLists(
  ctx: Ctx,
  { params }: Input<typeof contract.listGuestLists>,
): Promise<Output<typeof contract.listGuestLists>> {
  const caller = personOf(ctx);
  const only = may(caller, 'guests.edit') ? {} : { ownerId: caller.personId };
  return look(ctx, params.festivalId, (tx) => store.guestLists(tx, only));
}

/** Opens a list. Nothing is held for it: places are claimed when guests get them. */
export function createGuestList(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createGuestList>,
): Promise<Output<typeof contract.createGuestList>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (!(await keepTypes(tx, [body.ticketTypeId])).has(body.ticketTypeId))
      fail('ticketing.unknown_type', { ticketTypeIds: [body.ticketTypeId] });
    await requireOwner(tx, body.ownerId);
    const id = v7();
    await store.insertGuestList(tx, id, body);
    const created = (await store.findGuestList(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.guest_list_created', subjectId: id, after: told(created) });
    return created;
  });
}

/** Changes a list that nobody changed meanwhile. It never has fewer places than were given by it. */
export function updateGuestList(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateGuestList>,
): Promise<Output<typeof contract.updateGuestList>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await lockedAt(tx, params.guestListId, body.version);
    const { ownerId = before.owner?.id ?? null, ...changes } = given(body.changes);
    const wanted = { ...before, ...changes, ownerId };
    if (wanted.places < before.invited + before.confirmed)
      fail('ticketing.guest_list_full', { left: 0, given: before.invited + before.confirmed });
    if (ownerId !== (before.owner?.id ?? null)) await requireOwner(tx, ownerId);
    await store.updateGuestList(tx, before.id, wanted);
    if (wanted.deadline !== before.deadline) {
      const festival = (await festivals.find(tx)) ?? fail('general.internal');
      await store.moveDeadline(tx, before.id, answeredUntil(wanted.deadline, festival));
    }
    const after = (await store.findGuestList(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, {
      name: 'ticketing.guest_list_changed',
      subjectId: before.id,
      before: told(before),
      after: told(after),
    });
    return after;
  });
}

/** Closes a list on which nobody has a place. */
export function deleteGuestList(ctx: Ctx, { params, query }: Input<typeof contract.deleteGuestList>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await lockedAt(tx, params.guestListId, query.version);
    if (before.invited + before.confirmed > 0) fail('ticketing.guest_list_in_use');
    await store.closeGuestList(tx, before.id);
    await record(tx, ctx, { name: 'ticketing.guest_list_closed', subjectId: before.id, before: told(before) });
  });
}

/** Opens a list again that was closed, of a type that is still there; one whose owner left is everybody's who makes lists. */
export function restoreGuestList(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreGuestList>,
): Promise<Output<typeof contract.restoreGuestList>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const id = params.guestListId;
    if (await store.lockGuestList(tx, id)) fail('general.conflict');
    const { ticketTypeId, ownerId } = (await store.reopenGuestList(tx, id)) ?? fail('general.not_found');
    if (!(await keepTypes(tx, [ticketTypeId])).has(ticketTypeId))
      fail('ticketing.unknown_type', { ticketTypeIds: [ticketTypeId] });
    if (ownerId !== null && (await livingRolesOf(tx, ownerId)).length === 0) await store.disownGuestList(tx, id);
    const after = (await store.findGuestList(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.guest_list_reopened', subjectId: id, after: told(after) });
    return after;
  });
}

async function lockedAt(tx: Tx, id: string, version: number) {
  const list = (await store.lockGuestList(tx, id)) ?? fail('general.not_found');
  if (list.version !== version) fail('general.conflict', { version: list.version });
  return list;
}

async function requireOwner(tx: Tx, ownerId: string | null): Promise<void> {
  if (ownerId !== null && (await livingRolesOf(tx, ownerId)).length === 0) fail('ticketing.guest_list_owner_unknown');
}

type List = NonNullable<Awaited<ReturnType<typeof store.findGuestList>>>;
const told = ({ name, purpose, note, owner, ticketTypeId, places, deadline }: List) => ({
  name,
  purpose,
  note,
  owner: owner?.id ?? null,
  ticketTypeId,
  places,
  deadline,
});
