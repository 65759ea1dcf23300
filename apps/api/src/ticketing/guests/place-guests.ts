/** Gives guests places, and takes them back: many at once, all or none. */
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/guests/contract';
import { answeredUntil } from '@festivals/domain/ticketing/guests/rules';
import type { GuestState } from '@festivals/domain/ticketing/guests/schemas';
import { sql } from 'kysely';
import * as festivals from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { type Deed, record, recordAll } from '../../platform/record.ts';
import { deed, type Tx } from '../../platform/transaction.ts';
import { holdPlaces, issueTickets, lockOrders, returnPlaces, revokeTickets } from './guest-places.ts';
import * as store from './guest-store.ts';
import { listToFill } from './may-fill.ts';
import { shownGuest } from './shown-guest.ts';

type Asked = Pick<Input<typeof contract.inviteGuests>, 'params' | 'body'>;
type List = Awaited<ReturnType<typeof listToFill>>;
type Placed = Output<typeof contract.inviteGuests>;

/** Invites guests by mail. Their places are held until they answer; whoever is invited already is written to again, with another link. */
export const inviteGuests = (ctx: Ctx, asked: Asked): Promise<Placed> =>
  withGuests(ctx, asked, 'invited', async (tx, list, guests) => {
    const has = (wanted: GuestState) => guests.filter(({ state }) => state === wanted).map(({ id }) => id);
    if (has('CONFIRMED').length > 0) fail('ticketing.guest_has_tickets', { guestIds: has('CONFIRMED') });
    const mute = guests.filter(({ email }) => email === null).map(({ id }) => id);
    if (mute.length > 0) fail('ticketing.guest_without_email', { guestIds: mute });
    const festival = (await festivals.find(tx)) ?? fail('general.internal');
    const until = answeredUntil(list.deadline, festival);
    if (until <= ctx.clock.now()) fail('ticketing.guest_list_over');
    await sql`select require_selling(current_festival())`.execute(tx);
    const open = new Set(has('INVITED'));
    await holdPlaces(
      tx,
      ctx,
      list,
      guests.filter(({ id }) => !open.has(id)),
      until,
    );
    await store.becomeInvited(
      tx,
      guests.map(({ id }) => id),
    );
    return guests.map(({ id, companions }): Deed => ({
      name: open.has(id) ? 'ticketing.guest_invited_again' : 'ticketing.guest_invited',
      subjectId: id,
      after: { list: list.id, places: companions + 1 },
    }));
  });

/** How long a place is held that becomes a ticket at once. */
const momentMs = 600_000;

/** Issues the tickets of guests without waiting for an answer. Who has some already keeps them. */
export const confirmGuests = (ctx: Ctx, asked: Asked): Promise<Placed> =>
  withGuests(ctx, asked, 'confirmed', async (tx, list, guests) => {
    const due = guests.filter(({ state }) => state !== 'CONFIRMED');
    const until = new Date(ctx.clock.now().getTime() + momentMs);
    await holdPlaces(
      tx,
      ctx,
      list,
      due.filter(({ state }) => state !== 'INVITED'),
      until,
    );
    const issued = await issueTickets(tx, ctx, due);
    return issued.map(({ guestId, orderId }): Deed => ({
      name: 'ticketing.order_given',
      subjectId: orderId,
      after: { guest: guestId, list: list.id, reason: list.name },
    }));
  });

/** Takes guests off. Whoever had no place is forgotten; what others had is free again and opens nothing. */
export const removeGuests = (ctx: Ctx, asked: Asked): Promise<Placed> =>
  withGuests(ctx, asked, 'removed', async (tx, list, guests) => {
    const orderIds = guests.flatMap(({ state, orderId }) => (state === 'CONFIRMED' && orderId ? [orderId] : []));
    await lockOrders(tx, orderIds);
    const now = await store.lockGuests(
      tx,
      list.id,
      guests.map(({ id }) => id),
    );
    const inside = now.filter(({ arrived }) => arrived > 0).map(({ id }) => id);
    if (inside.length > 0) fail('ticketing.ticket_used', { guestIds: inside });
    await returnPlaces(
      tx,
      now.flatMap(({ state, basketId }) => (state === 'INVITED' && basketId ? [basketId] : [])),
    );
    const revoked = await revokeTickets(tx, orderIds);
    const placed = now.filter(({ state }) => state === 'INVITED' || state === 'CONFIRMED');
    await store.leavePlaces(
      tx,
      placed.map(({ id }) => id),
      'REVOKED',
    );
    await store.forgetGuests(
      tx,
      now.filter((guest) => !placed.includes(guest)).map(({ id }) => id),
    );
    return [
      ...now.map(({ id, state, companions }): Deed => ({
        name: 'ticketing.guest_removed',
        subjectId: id,
        before: { state },
        after: { list: list.id, places: companions + 1 },
      })),
      ...revoked.map(({ orderId, ticketId }): Deed => ({
        name: 'ticketing.order_ticket_cancelled',
        subjectId: orderId,
        after: { ticket: ticketId, reason: list.name },
      })),
    ];
  });

/** Does something with some guests of a list, which nobody else touches meanwhile, and answers them as they are then. */
async function withGuests(
  ctx: Ctx,
  { params: { festivalId, guestListId }, body }: Asked,
  what: 'invited' | 'confirmed' | 'removed',
  work: (tx: Tx, list: List, guests: readonly store.LockedGuest[]) => Promise<Deed[]>,
): Promise<Placed> {
  const placed = await deed(ctx, festivalId, async (tx) => {
    const list = await listToFill(tx, ctx, guestListId);
    const guests = await store.lockGuests(tx, list.id, body.guestIds);
    if (guests.length < body.guestIds.length) fail('general.not_found');
    const told = await work(tx, list, guests);
    await record(tx, ctx, { name: 'ticketing.guest_list_used', subjectId: list.id, after: { [what]: guests.length } });
    await recordAll(tx, ctx, told);
    return (await store.guests(tx, { listId: list.id, ids: body.guestIds })).map(shownGuest);
  });
  // The functions of a sale commit without waiting for the disk: nobody is told before it is there.
  await ctx.resources.untilDurable();
  return placed;
}
