import type { BuyAttendee } from '../buy-contract.ts';
import type { TicketPlace } from './judge-asked.ts';
import type { Attendee, Place } from './schemas.ts';

/** The tickets that the lines of a basket or an order become, one by one. */
export const placesOf = (
  lines: readonly { lineNo: number; kind: string; ticketTypeId: string | null; quantity: number }[],
): TicketPlace[] =>
  lines.flatMap(({ lineNo, kind, ticketTypeId, quantity }) =>
    kind === 'TICKET' && ticketTypeId !== null
      ? Array.from({ length: quantity }, (_, at) => ({ lineNo, nth: at + 1, ticketTypeId }))
      : [],
  );

/** Gives those who come the tickets of their types, one after another; null where there are more of them than tickets. */
export function placeAttendees(places: readonly TicketPlace[], attendees: readonly BuyAttendee[]): Attendee[] | null {
  const free = [...places];
  const taken = attendees.map(({ ticketTypeId }): Place | undefined => {
    const at = free.findIndex((place) => place.ticketTypeId === ticketTypeId);
    return at === -1 ? undefined : free.splice(at, 1)[0];
  });
  if (taken.includes(undefined)) return null;
  return attendees.flatMap(({ ticketTypeId: _type, guardian, ...told }, at) => {
    const place = taken[at];
    if (!place) return [];
    const { lineNo, nth } = place;
    return [{ ...told, lineNo, nth, ...(guardian && { guardian: guardianPlaced(guardian, taken) }) }];
  });
}

function guardianPlaced(
  { attendee, ...guardian }: NonNullable<BuyAttendee['guardian']>,
  taken: readonly (Place | undefined)[],
): Attendee['guardian'] {
  if (attendee === undefined) return guardian;
  const { lineNo, nth } = taken[attendee] ?? nobody;
  return { ...guardian, place: { lineNo, nth } };
}

/** A place that no order has. */
const nobody: Place = { lineNo: 500, nth: 50 };
