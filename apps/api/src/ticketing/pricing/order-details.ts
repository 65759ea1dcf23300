import type { KeptAsked, KeptPerson } from '@festivals/domain/ticketing/asked/judge-asked';

/** What an order keeps of the people who come, and what it answers to. */
export interface OrderDetails {
  /** Their names by the number of their line, in the order of its tickets; null where the buyer's stands. */
  attendees?: Record<string, { name: string | null }[]>;
  /** The version of what the festival asked, to which the rest is the answer. */
  asked?: number;
  /** Something is known of somebody, who is bound to a ticket once there are tickets. */
  told?: true;
  people?: KeptPerson[];
  answers?: KeptAsked['answers'];
}

/** The holders of an order's tickets; null where the buyer's name stands on all of them. */
export const detailsOf = (holders: readonly { lineNo: number; names: readonly string[] }[]): OrderDetails | null =>
  holders.length === 0
    ? null
    : { attendees: Object.fromEntries(holders.map(({ lineNo, names }) => [lineNo, names.map((name) => ({ name }))])) };
