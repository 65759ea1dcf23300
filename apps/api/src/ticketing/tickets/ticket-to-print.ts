import type { Festival } from '@festivals/domain/festival/contract';
import type { Currency, Localised } from '@festivals/domain/primitives';
import type { Buyer } from '@festivals/domain/ticketing/pricing/price-list';
import type { Ticket } from '@festivals/domain/ticketing/schemas';
import type { z } from 'zod';

/** A ticket with what its order says of it. */
export interface TicketToPrint extends Pick<Ticket, 'id' | 'typeName' | 'holder' | 'code'> {
  /** The order's, as people say it on the telephone. */
  reference: string;
  /** In minor units, tax included; null on a gift, which does not say what it cost. */
  price: number | null;
  /** The tax's rate in basis points. */
  vat: number;
  currency: Currency;
  /** What was bought with the order beside tickets: camping, parking. */
  extras: readonly { name: z.output<ReturnType<typeof Localised>>; quantity: number }[];
  /** The company that owes the tax itself, where one does: then the price holds none. */
  company: Buyer | null;
  /** Where a minor holds it: who answers for them, null where nobody has to. */
  minor: { guardian: { name: string; phone: string } | null } | null;
}

/** What a ticket says of its festival. */
export type FestivalOnPaper = Pick<
  Festival,
  'name' | 'startsOn' | 'endsOn' | 'zone' | 'place' | 'theme' | 'languages'
> & {
  /** Its cover as a JPEG, cut for the page; null where it has none and its evening is drawn. */
  cover: Buffer | null;
};
