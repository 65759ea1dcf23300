import type { Order, Ticket } from '@festivals/domain/ticketing/schemas';
import { ticketCode } from '@festivals/domain/ticketing/ticket-code';
import type { z } from 'zod';
import { festivalSigners, keptSigners, type FestivalSigners } from '../../devices/festival-key.ts';
import type { Ctx } from '../../platform/context.ts';
import { step } from '../../platform/transaction.ts';
import type { FestivalId } from '@festivals/domain/primitives';

export type OrderView = z.input<typeof Order>;
type TicketView = z.input<typeof Ticket>;
/** An order as SQL shapes it: all but the codes, which only the festival's key can write. */
export type StoredOrder = Omit<OrderView, 'tickets'> & { tickets: Omit<TicketView, 'code'>[] };

/** Adds the signed code to each ticket of an order; none to those that open no gate any more. */
export async function withCodes(ctx: Ctx, order: StoredOrder): Promise<OrderView> {
  if (order.tickets.length === 0) return { ...order, tickets: [] };
  const signers = await signersOf(ctx, order.festivalId as FestivalId);
  return {
    ...order,
    tickets: order.tickets.map((ticket) => ({ ...ticket, code: isOver(ticket) ? '' : codeOf(ticket, signers) })),
  };
}

/** A festival's keys; a transaction only when they are not open yet. */
export async function signersOf(ctx: Ctx, festivalId: FestivalId): Promise<FestivalSigners> {
  return (
    keptSigners(ctx.resources, festivalId) ??
    step(ctx, festivalId, (tx) => festivalSigners(ctx.resources, tx, festivalId))
  );
}

/** Whether a ticket was taken back or its money given back. */
export const isOver = ({ status }: Pick<TicketView, 'status'>): boolean =>
  status === 'CANCELLED' || status === 'REFUNDED';

/** A ticket's code, by the key that its id belongs to: the same code whenever it is shown. */
export function codeOf(ticket: { id: string; ticketTypeId: string }, signers: FestivalSigners): string {
  const signer = signers.for(ticket.id);
  return ticketCode({ keyNumber: signer.number, ticketId: ticket.id, ticketTypeId: ticket.ticketTypeId }, (bytes) =>
    signer.sign(bytes),
  );
}
