import type { Order, Ticket } from '@festivals/domain/ticketing/schemas';
import { ticketCode } from '@festivals/domain/ticketing/ticket-code';
import type { z } from 'zod';
import { festivalSigner, keptSigner, type FestivalSigner } from '../devices/festival-key.ts';
import type { Ctx } from '../platform/context.ts';
import { step } from '../platform/transaction.ts';
import type { FestivalId } from '@festivals/domain/primitives';

export type OrderView = z.input<typeof Order>;
type TicketView = z.input<typeof Ticket>;
/** An order as SQL shapes it: all but the codes, which only the festival's key can write. */
export type StoredOrder = Omit<OrderView, 'tickets'> & { tickets: Omit<TicketView, 'code'>[] };

/** Adds the signed code to each ticket of an order. */
export async function withCodes(ctx: Ctx, order: StoredOrder): Promise<OrderView> {
  if (order.tickets.length === 0) return { ...order, tickets: [] };
  const signer = await signerOf(ctx, order.festivalId as FestivalId);
  return { ...order, tickets: order.tickets.map((ticket) => ({ ...ticket, code: codeOf(ticket, signer) })) };
}

/** The signer of a festival's current key; a transaction only when it is not open yet. */
export async function signerOf(ctx: Ctx, festivalId: FestivalId): Promise<FestivalSigner> {
  return (
    keptSigner(ctx.resources, festivalId) ??
    step(ctx, festivalId, (tx) => festivalSigner(ctx.resources, tx, festivalId))
  );
}

export const codeOf = (ticket: { id: string; ticketTypeId: string }, signer: FestivalSigner): string =>
  ticketCode({ keyNumber: signer.number, ticketId: ticket.id, ticketTypeId: ticket.ticketTypeId }, (bytes) =>
    signer.sign(bytes),
  );
