/** What a guest does with the link of their mail. */
import type { Input, Output } from '@festivals/contract';
import { FestivalId, Language } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/guests/contract';
import type { z } from 'zod';
import { namesOnTickets } from '@festivals/domain/ticketing/guests/rules';
import type { GuestInvitation } from '@festivals/domain/ticketing/guests/schemas';
import { hashToken } from '../../identity/opaque-token.ts';
import * as festivals from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { look, step, type Tx } from '../../platform/transaction.ts';
import { linkSecret } from '../sale/secret.ts';
import { findGuestList, lockGuestList } from './guest-list-store.ts';
import { issueTickets, returnPlaces, revokeTickets } from './guest-places.ts';
import * as store from './guest-store.ts';

type View = z.input<typeof GuestInvitation>;

/** The invitation that a token opens, as it stands. */
export async function viewGuestInvitation(
  ctx: Ctx,
  { body }: Input<typeof contract.viewGuestInvitation>,
): Promise<Output<typeof contract.viewGuestInvitation>> {
  const { festivalId, guestId } = await opened(ctx, body.token);
  return look(ctx, festivalId, (tx) => shown(tx, ctx, guestId));
}

/** Accepts, and the tickets are issued; or declines, and the places are free. Whoever answered so already is answered the same. */
export async function answerGuestInvitation(
  ctx: Ctx,
  { body }: Input<typeof contract.answerGuestInvitation>,
): Promise<Output<typeof contract.answerGuestInvitation>> {
  const { festivalId, guestId, listId } = await opened(ctx, body.token);
  const view = await step(ctx, festivalId, async (tx) => {
    await lockGuestList(tx, listId);
    const [guest] = await store.lockGuests(tx, listId, [guestId]);
    if (!guest) fail('ticketing.invitation_unknown');
    if (guest.state === (body.answer === 'ACCEPT' ? 'CONFIRMED' : 'DECLINED')) return shown(tx, ctx, guestId);
    if (guest.state !== 'INVITED') fail('ticketing.invitation_over');
    if (body.answer === 'DECLINE') await decline(tx, ctx, listId, guest);
    else await accept(tx, ctx, listId, guest, body);
    return shown(tx, ctx, guestId);
  });
  await ctx.resources.untilDurable();
  return view;
}

async function decline(tx: Tx, ctx: Ctx, listId: string, guest: store.LockedGuest): Promise<void> {
  await returnPlaces(tx, guest.basketId ? [guest.basketId] : []);
  await store.leavePlaces(tx, [guest.id], 'DECLINED');
  await record(tx, ctx, {
    name: 'ticketing.guest_declined',
    subjectId: guest.id,
    after: { list: listId, places: guest.companions + 1 },
  });
}

async function accept(
  tx: Tx,
  ctx: Ctx,
  listId: string,
  guest: store.LockedGuest,
  { names, coming = guest.companions + 1 }: { names: string[]; coming?: number | undefined },
): Promise<void> {
  const places = guest.companions + 1;
  if (coming > places || names.length > coming) fail('ticketing.too_many_guests', { most: places });
  const [issued] = await issueTickets(tx, ctx, [
    { id: guest.id, names: namesOnTickets(guest.name, names, coming, places) },
  ]);
  if (!issued) fail('general.internal');
  if (coming < places) await revokeTickets(tx, [issued.orderId], places - coming);
  await record(tx, ctx, {
    name: 'ticketing.guest_accepted',
    subjectId: guest.id,
    after: { list: listId, places: coming },
  });
}

/** Where the guest of a token is. */
async function opened(ctx: Ctx, token: string): Promise<{ festivalId: FestivalId; guestId: string; listId: string }> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: string; guestId: string; listId: string }>(
    'select festival_id as "festivalId", guest_id as "guestId", list_id as "listId" from lookup.guest_by_token($1)',
    [hashToken(token)],
  );
  const found = rows[0] ?? fail('ticketing.invitation_unknown');
  return { ...found, festivalId: FestivalId.parse(found.festivalId) };
}

const states: Partial<Record<store.GuestView['state'], View['state']>> = {
  INVITED: 'OPEN',
  EXPIRED: 'EXPIRED',
  CONFIRMED: 'ACCEPTED',
  DECLINED: 'DECLINED',
};

async function shown(tx: Tx, ctx: Ctx, guestId: string): Promise<View> {
  const [guest] = await store.guests(tx, { ids: [guestId] });
  const list = guest && (await findGuestList(tx, guest.listId));
  const festival = await festivals.find(tx);
  // What was taken back is as if it had never been.
  const state = guest && states[guest.state];
  if (!state || !list || !festival) return fail('ticketing.invitation_unknown');
  return {
    festival: { id: festival.id, slug: festival.slug, name: festival.name },
    listName: list.name,
    typeName: list.typeName,
    name: guest.name,
    places: guest.companions + 1,
    state,
    expiresAt: guest.expiresAt,
    order:
      guest.orderId === null || guest.reference === null
        ? null
        : {
            id: guest.orderId as NonNullable<View['order']>['id'],
            secret: linkSecret(ctx.resources.env, guest.orderId),
            reference: guest.reference,
          },
    language: Language.catch('en').parse(guest.language),
  };
}
