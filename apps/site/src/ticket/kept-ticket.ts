/** What this device keeps of tickets, so that they open at a gate without network. */
import type { HeldTicket } from '@festivals/domain/ticketing/ticket-contract';
import { deviceStore } from '../shell/device-store.ts';
import { keptBy, recallKept } from '../shell/session.ts';

export interface KeptTicket {
  ticket: HeldTicket;
  /** When the server said so, milliseconds since 1970. */
  at: number;
}

/** What a guest opens by a link stays on the device as the link does; what is opened with an account goes with its session. */
const place = (ticketId: string) => `ticket:${ticketId}`;
const secretPlace = (ticketId: string) => `ticket-secret:${ticketId}`;

export const keepTicketSecret = (ticketId: string, secret: string): void =>
  deviceStore.set(keptBy(secretPlace(ticketId)), secret);

/** What opens a ticket: from its link's fragment, which no server sees, or from this device; null for a buyer who signs in. */
export const recallTicketSecret = (ticketId: string, { hash }: Pick<Location, 'hash'>): string | null =>
  hash.length > 20 ? hash.slice(1) : recallKept(secretPlace(ticketId));

export function keepTicket(ticket: HeldTicket, at: number): void {
  deviceStore.set(keptBy(place(ticket.id)), JSON.stringify({ ticket, at } satisfies KeptTicket));
}

export function recallTicket(ticketId: string): KeptTicket | null {
  const text = recallKept(place(ticketId));
  // Our own writing, or nothing.
  return text === null ? null : (JSON.parse(text) as KeptTicket);
}

export function forgetTicket(ticketId: string): void {
  for (const key of [place(ticketId), secretPlace(ticketId)])
    for (const one of [key, `my-${key}`]) deviceStore.remove(one);
}

/** The session is over: no ticket of its account is shown from here any more. */
export function forgetMyTickets(): void {
  for (const key of deviceStore.keys('my-ticket:')) deviceStore.remove(key);
}
