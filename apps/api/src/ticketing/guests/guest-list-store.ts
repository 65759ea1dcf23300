/** The table of guest lists, with the figures of each. */
import type { TicketTypeId } from '@festivals/domain/primitives';
import type { GuestList, NewGuestList } from '@festivals/domain/ticketing/guests/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

type View = z.input<typeof GuestList>;
type Written = z.output<typeof NewGuestList>;

/** Lists that stand: all, those of an owner, or one. */
export async function guestLists(tx: Tx, only: { ownerId?: string; id?: string } = {}): Promise<View[]> {
  const { rows } = await sql<View>`
    select l.id, l.name, l.purpose, l.note, owner_of_list(l.owner_id) as owner,
      l.ticket_type_id as "ticketTypeId", t.name as "typeName", l.places, l.deadline, n.waiting, n.invited, n.confirmed, n.declined, n.arrived,
      least(q.capacity - q.sold - q.held, coalesce((
        select min(s.capacity - s.sold - s.held) from ticket_type_quota x join quota s on s.festival_id = x.festival_id and s.id = x.quota_id and s.deleted_at is null
        where x.festival_id = t.festival_id and x.ticket_type_id = t.id), 2147483647))::int as "freeOfType", l.version
    from guest_list l
    join ticket_type t on t.festival_id = l.festival_id and t.id = l.ticket_type_id
    join quota q on q.festival_id = t.festival_id and q.id = t.quota_id
    cross join lateral (
      select coalesce(sum(g.companions + 1) filter (where g.state = 'WAITING'), 0)::int as waiting,
        coalesce(sum(places_of_guest(g)) filter (where g.state = 'INVITED'), 0)::int as invited,
        coalesce(sum(places_of_guest(g)) filter (where g.state = 'CONFIRMED'), 0)::int as confirmed,
        coalesce(sum(g.companions + 1) filter (where g.state = 'DECLINED'), 0)::int as declined,
        coalesce(sum((select count(*) from ticket k where k.festival_id = g.festival_id and k.order_id = g.order_id and k.status = 'USED')), 0)::int as arrived
      from guest g where g.festival_id = l.festival_id and g.guest_list_id = l.id
    ) as n
    where l.festival_id = current_festival() and l.deleted_at is null
      ${only.ownerId === undefined ? sql`` : sql`and l.owner_id = ${only.ownerId}`}
      ${only.id === undefined ? sql`` : sql`and l.id = ${only.id}`}
    order by lower(l.name), l.id`.execute(tx);
  return rows;
}

export const findGuestList = async (tx: Tx, id: string): Promise<View | undefined> => (await guestLists(tx, { id }))[0];

/** A list that stands, against changes by anybody else until the deed is done. */
export async function lockGuestList(tx: Tx, id: string): Promise<View | undefined> {
  const { rows } = await sql<{ stands: boolean }>`select lock_guest_list(current_festival(), ${id}) as stands`.execute(
    tx,
  );
  return rows[0]?.stands ? findGuestList(tx, id) : undefined;
}

export async function insertGuestList(tx: Tx, id: string, list: Written): Promise<void> {
  await sql`
    insert into guest_list (festival_id, id, name, purpose, note, owner_id, ticket_type_id, places, deadline)
    values (current_festival(), ${id}, ${list.name}, ${list.purpose}, ${list.note}, ${list.ownerId}, ${list.ticketTypeId}, ${list.places},
      ${list.deadline})`.execute(tx);
}

export async function updateGuestList(tx: Tx, id: string, list: Omit<Written, 'ticketTypeId'>): Promise<void> {
  await sql`
    update guest_list set name = ${list.name}, purpose = ${list.purpose}, note = ${list.note}, owner_id = ${list.ownerId}, places = ${list.places},
      deadline = ${list.deadline}, version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** Open invitations of a list are answered until another moment. */
export async function moveDeadline(tx: Tx, id: string, until: Date): Promise<void> {
  await sql`
    update basket b set expires_at = ${until} from guest g
    where g.festival_id = current_festival() and g.guest_list_id = ${id} and g.state = 'INVITED'
      and b.festival_id = g.festival_id and b.id = g.basket_id and b.status = 'HELD' and b.expires_at > now()`.execute(
    tx,
  );
}

/** Closes a list, and forgets whoever never had a place on it. */
export async function closeGuestList(tx: Tx, id: string): Promise<void> {
  await sql`update guest_list set deleted_at = now(), version = version + 1 where festival_id = current_festival() and id = ${id}`.execute(
    tx,
  );
  await sql`delete from guest where festival_id = current_festival() and guest_list_id = ${id}`.execute(tx);
}

/** @returns undefined when there is no such list among those that were closed */
export async function reopenGuestList(
  tx: Tx,
  id: string,
): Promise<{ ticketTypeId: TicketTypeId; ownerId: string | null } | undefined> {
  const { rows } = await sql<{ ticketTypeId: TicketTypeId; ownerId: string | null }>`
    update guest_list set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null
    returning ticket_type_id as "ticketTypeId", owner_id as "ownerId"`.execute(tx);
  return rows[0];
}

export const disownGuestList = (tx: Tx, id: string) =>
  sql`update guest_list set owner_id = null where festival_id = current_festival() and id = ${id}`.execute(tx);
