import { AttendeeSort, AttendeeState } from '@festivals/domain/ticketing/attendee-contract';
import { TicketTypeId } from '@festivals/domain/primitives';
import { z } from 'zod';

/** What the address of the list of attendees says. */
export const attendeesSearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  state: AttendeeState.optional().catch(undefined),
  ticketTypeId: TicketTypeId.optional().catch(undefined),
  sort: AttendeeSort.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
});
export type AttendeesSearch = z.output<typeof attendeesSearch>;
