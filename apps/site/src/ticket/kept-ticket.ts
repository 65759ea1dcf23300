/** What this device keeps of tickets, so that they open at a gate without network. */
import type { HeldTicket } from '@festivals/domain/ticketing/ticket-contract';
import { deviceStore } from '../shell/device-store.ts';

export interface KeptTicket {
  ticket: HeldTicket;
  /** When the server said so, milliseconds since 1970. */
  at: number;
}

const secretPlace = (ticketId: string) => `ticket-secret:${ticketId}`;
/** What opens by a link stays on the device as the link does; what opens by an account goes with its session. */
const places = { link: 'ticket:', account: 'my-ticket:' } as const;

export const keepTicketSecret = (ticketId: string, secret: string): void =>
  deviceStore.set(secretPlace(ticketId), secret);

/** What opens a ticket: from its link's fragment, which no server sees, or from this device; null for a buyer who signs in. */
export const recallTicketSecret = (ticketId: string, { hash }: Pick<Location, 'hash'>): string | null =>
  hash.length > 20 ? hash.slice(1) : deviceStore.get(secretPlace(ticketId));

export function keepTicket(ticket: HeldTicket, by: keyof typeof places, at: number): void {
  deviceStore.set(`${places[by]}${ticket.id}`, JSON.stringify({ ticket, at } satisfies KeptTicket));
}

export function recallTicket(ticketId: string): KeptTicket | null {
  const text = deviceStore.get(`${places.link}${ticketId}`) ?? deviceStore.get(`${places.account}${ticketId}`);
  // Our own writing, or nothing.
  return text === null ? null : (JSON.parse(text) as KeptTicket);
}

export function forgetTicket(ticketId: string): void {
  for (const place of Object.values(places)) deviceStore.remove(`${place}${ticketId}`);
  deviceStore.remove(secretPlace(ticketId));
}

/** Whoever signs out leaves no tickets of their account behind. */
export function forgetMyTickets(): void {
  for (const key of deviceStore.keys(places.account)) deviceStore.remove(key);
}
