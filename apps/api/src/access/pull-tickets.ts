import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/access/contract';
import type { TicketStatus } from '@festivals/domain/ticketing/schemas';
import { z } from 'zod';
import { festivalPublicKeys } from '../devices/festival-key.ts';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, encodeCursor } from '../platform/cursor.ts';
import { look } from '../platform/transaction.ts';
import { beforeAllChanges, ticketChanges, type TicketChange } from './admission-store.ts';

type Changes = Output<typeof contract.pullTickets>;

const Place = z.tuple([z.string().regex(/^\d{1,20}$/), z.uuid()]);

/** What a gate has to know: every ticket once, then what changed since. */
export async function pullTickets(ctx: Ctx, { params, query }: Input<typeof contract.pullTickets>): Promise<Changes> {
  const after = decodeCursor(Place, query.cursor) ?? beforeAllChanges;
  const { changes, keys } = await look(ctx, params.festivalId, async (tx) => ({
    changes: await ticketChanges(tx, params.festivalId, after, query.limit + 1),
    keys: await festivalPublicKeys(tx, params.festivalId),
  }));
  const tickets = changes.slice(0, query.limit);
  const last = tickets.at(-1);
  return {
    tickets: tickets.map(stateOf),
    cursor: encodeCursor(last ? [last.xid, last.ticketId] : after),
    more: changes.length > query.limit,
    keys,
  };
}

const states: Readonly<Record<z.infer<typeof TicketStatus>, Changes['tickets'][number]['state']>> = {
  // A reserved ticket is nobody's yet; the feed leaves it out.
  RESERVED: 'REVOKED',
  SOLD: 'VALID',
  USED: 'ADMITTED',
  CANCELLED: 'REVOKED',
  REFUNDED: 'REVOKED',
};

const stateOf = ({ ticketId, ticketTypeId, typeName, status, at }: TicketChange): Changes['tickets'][number] => ({
  ticketId,
  ticketTypeId,
  typeName,
  state: states[status],
  at,
});
