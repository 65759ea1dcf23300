import type { Guest } from '@festivals/domain/ticketing/guests/schemas';
import type { z } from 'zod';

type View = z.input<typeof Guest>;

/** A guest as the office is answered, without what its row has beside. */
export const shownGuest = (guest: View): View => ({
  id: guest.id,
  name: guest.name,
  email: guest.email,
  companions: guest.companions,
  note: guest.note,
  state: guest.state,
  expiresAt: guest.expiresAt,
  invitedAt: guest.invitedAt,
  answeredAt: guest.answeredAt,
  orderId: guest.orderId,
  reference: guest.reference,
  tickets: guest.tickets,
  arrived: guest.arrived,
  version: guest.version,
});
