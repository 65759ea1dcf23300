/** The table of whoever is on a guest list. */
import type { Guest, NewGuest } from '@festivals/domain/ticketing/guests/schemas';
import type { Language } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

export type GuestView = z.input<typeof Guest>;
export type ListedGuest = GuestView & {
  listId: string;
  listName: string;
  typeName: Record<string, string>;
  language: string;
};

interface Which {
  listId?: string | undefined;
  ids?: readonly string[];
  after?: { at: string; id: string } | null;
  most?: number;
}

/** Guests in the order in which they were written down. */
export async function guests(tx: Tx, { listId, ids, after, most }: Which): Promise<(ListedGuest & { at: string })[]> {
  const { rows } = await sql<ListedGuest & { at: string }>`
    select g.id, g.name, g.email::text, g.companions, g.note,
      case when g.state = 'INVITED' and not (b.status = 'HELD' and b.expires_at > now()) then 'EXPIRED'
        when g.state = 'CONFIRMED' and k.living = 0 then 'REVOKED' else g.state end as state,
      case when g.state = 'INVITED' then b.expires_at end as "expiresAt", g.invited_at as "invitedAt", g.answered_at as "answeredAt",
      g.order_id as "orderId", o.reference, k.living as tickets, k.used as arrived, g.version, g.language, l.id as "listId", l.name as "listName", y.name as "typeName",
      g.created_at::text as at
    from guest g
    join guest_list l on l.festival_id = g.festival_id and l.id = g.guest_list_id
    join ticket_type y on y.festival_id = l.festival_id and y.id = l.ticket_type_id
    left join basket b on b.festival_id = g.festival_id and b.id = g.basket_id
    left join ticket_order o on o.festival_id = g.festival_id and o.id = g.order_id
    cross join lateral (
      select count(*) filter (where t.status in ('SOLD', 'USED'))::int as living, count(*) filter (where t.status = 'USED')::int as used
      from ticket t where t.festival_id = g.festival_id and t.order_id = g.order_id) as k
    where g.festival_id = current_festival() and l.deleted_at is null
      ${listId === undefined ? sql`` : sql`and g.guest_list_id = ${listId}`}
      ${ids === undefined ? sql`` : sql`and g.id = any(${sql.val([...ids])}::uuid[])`}
      ${after ? sql`and (g.created_at, g.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by g.created_at, g.id ${most === undefined ? sql`` : sql`limit ${most}`}`.execute(tx);
  return rows;
}

export const findGuest = async (tx: Tx, listId: string, id: string): Promise<GuestView | undefined> =>
  (await guests(tx, { listId, ids: [id] }))[0];

export interface LockedGuest extends GuestView {
  basketId: string | null;
}

/** Some of a list's guests, against changes by anybody else, with the basket that holds for each; in the order of their ids. */
export async function lockGuests(tx: Tx, listId: string, ids: readonly string[]): Promise<LockedGuest[]> {
  const { rows } = await sql<{ id: string; basketId: string | null }>`
    select id, basket_id as "basketId" from guest
    where festival_id = current_festival() and guest_list_id = ${listId} and id = any(${sql.val([...ids])}::uuid[]) order by id for update`.execute(
    tx,
  );
  const baskets = new Map(rows.map(({ id, basketId }) => [id, basketId]));
  const views = await guests(tx, { listId, ids });
  return views.map((view) => ({ ...view, basketId: baskets.get(view.id) ?? null }));
}

/** Writes guests down. Each comes after the one before, also of those that came by one file. */
export async function insertGuests(
  tx: Tx,
  listId: string,
  language: Language,
  added: readonly NewGuest[],
): Promise<string[]> {
  const all = added.map((guest, at) => ({ ...guest, id: v7(), at }));
  await sql`
    insert into guest (festival_id, id, guest_list_id, name, email, companions, note, language, created_at)
    select current_festival(), a.id, ${listId}, a.name, a.email, a.companions, a.note, ${language}, now() + a.at * interval '1 microsecond'
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as a (id uuid, name text, email citext, companions int, note text, at int)`.execute(
    tx,
  );
  return all.map(({ id }) => id);
}

export async function countGuests(tx: Tx, listId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from guest where festival_id = current_festival() and guest_list_id = ${listId}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

export async function updateGuest(
  tx: Tx,
  guest: Pick<GuestView, 'id' | 'name' | 'email' | 'companions' | 'note'>,
): Promise<void> {
  await sql`
    update guest set name = ${guest.name}, email = ${guest.email}, companions = ${guest.companions}, note = ${guest.note}, version = version + 1
    where festival_id = current_festival() and id = ${guest.id}`.execute(tx);
}

/** Guests hold places by a basket each from now on. */
export async function giveBaskets(tx: Tx, given: readonly { guestId: string; basketId: string }[]): Promise<void> {
  await sql`
    update guest g set basket_id = a."basketId", order_id = null
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as a ("guestId" uuid, "basketId" uuid)
    where g.festival_id = current_festival() and g.id = a."guestId"`.execute(tx);
}

/** The answer is waited for, from now on. The link comes with its mail. */
export async function becomeInvited(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update guest set state = 'INVITED', invited_at = now(), answered_at = null, token_hash = null, version = version + 1
    where festival_id = current_festival() and id = any(${sql.val([...ids])}::uuid[])`.execute(tx);
}

/** Guests without places, and a link that says so to whoever declined. */
export async function leavePlaces(tx: Tx, ids: readonly string[], to: 'DECLINED' | 'REVOKED'): Promise<void> {
  await sql`
    update guest set state = ${to}, answered_at = now(), token_hash = case when ${to} = 'DECLINED' then token_hash end, version = version + 1
    where festival_id = current_festival() and id = any(${sql.val([...ids])}::uuid[])`.execute(tx);
}

export async function forgetGuests(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from guest where festival_id = current_festival() and id = any(${sql.val([...ids])}::uuid[])`.execute(
    tx,
  );
}

/** Gives the link of the mail that is about to be sent; undefined when nothing waits for an answer any more. */
export async function giveToken(
  tx: Tx,
  id: string,
  tokenHash: Buffer,
): Promise<{ email: string; name: string; language: Language; places: number; expiresAt: string } | undefined> {
  const { rows } = await sql<{ email: string; name: string; language: Language; places: number; expiresAt: string }>`
    update guest g set token_hash = ${tokenHash} from basket b
    where g.festival_id = current_festival() and g.id = ${id} and g.state = 'INVITED' and g.email is not null
      and b.festival_id = g.festival_id and b.id = g.basket_id and b.status = 'HELD' and b.expires_at > now()
    returning g.email::text, g.name, g.language, g.companions + 1 as places, b.expires_at as "expiresAt"`.execute(tx);
  return rows[0];
}
