import type { Festival } from '@festivals/domain/festival/contract';
import type { Currency } from '@festivals/domain/primitives';
import type { Ticket } from '@festivals/domain/ticketing/schemas';

/** A ticket with what its order says of it. */
export interface TicketToPrint extends Pick<Ticket, 'id' | 'typeName' | 'holder' | 'code'> {
  /** The order's, as people say it on the telephone. */
  reference: string;
  /** In minor units, tax included. */
  price: number;
  /** The tax's rate in basis points. */
  vat: number;
  currency: Currency;
}

/** What a ticket says of its festival. */
export type FestivalOnPaper = Pick<Festival, 'name' | 'startsOn' | 'endsOn' | 'zone' | 'place' | 'theme' | 'languages'>;
