/** Tickets one by one, and what is kept of them beside their order. */
import type { TicketPaper } from '@festivals/domain/ticketing/ticket-paper';
import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';
import type { StoredOrder } from '../orders/order-view.ts';

export interface TicketInOrder {
  order: StoredOrder;
  /** The hash that the buyer's secret must have. */
  secretHash: Buffer;
  /** Whether a link opens it, and whether the given hash is that link's. */
  shared: boolean;
  linked: boolean;
  replaced: boolean;
}

export async function findTicket(
  tx: Tx,
  ticketId: string,
  linkHash: Buffer | null,
): Promise<TicketInOrder | undefined> {
  const { rows } = await sql<TicketInOrder>`
    select order_view(t.festival_id, t.order_id) as "order", b.secret_hash as "secretHash", l.secret_hash is not null as shared,
      coalesce(l.secret_hash = ${linkHash}::bytea, false) as linked, t.replaced_by is not null as replaced
    from ticket t join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
    join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
    left join ticket_link l on l.festival_id = t.festival_id and l.ticket_id = t.id and l.revoked_at is null
    where t.festival_id = current_festival() and t.id = ${ticketId} and t.status <> 'RESERVED'`.execute(tx);
  return rows[0];
}

/** Puts a link in the place of the one before. The order is locked by the caller: two links at once wait for each other. */
export async function insertLink(tx: Tx, ticketId: string, secretHash: Buffer): Promise<void> {
  await sql`
    insert into ticket_link (festival_id, ticket_id, secret_hash) values (current_festival(), ${ticketId}, ${secretHash})`.execute(
    tx,
  );
}

/** False where there was no link. */
export async function revokeLink(tx: Tx, ticketId: string): Promise<boolean> {
  const { rows } = await sql`
    update ticket_link set revoked_at = now()
    where festival_id = current_festival() and ticket_id = ${ticketId} and revoked_at is null returning ticket_id`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface PaperChoice {
  paper: TicketPaper;
  version: number;
}

/** What the festival's tickets are printed on; version 0 is what nobody chose. */
export async function readPaper(tx: Tx): Promise<PaperChoice> {
  const { rows } = await sql<PaperChoice>`
    select paper, version from ticket_paper where festival_id = current_festival()`.execute(tx);
  return rows[0] ?? { paper: 'A4', version: 0 };
}

/** Writes the choice if it is still the one of a version; null where it is not. */
export async function writePaper(tx: Tx, { paper, version }: PaperChoice): Promise<PaperChoice | null> {
  const written =
    version === 0
      ? sql<PaperChoice>`
          insert into ticket_paper (festival_id, paper) values (current_festival(), ${paper})
          on conflict do nothing returning paper, version`
      : sql<PaperChoice>`
          update ticket_paper set paper = ${paper}, version = version + 1
          where festival_id = current_festival() and version = ${version} returning paper, version`;
  return (await written.execute(tx)).rows[0] ?? null;
}
