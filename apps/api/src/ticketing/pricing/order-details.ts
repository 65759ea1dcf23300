/** What an order keeps of the people who come: by the number of its line, in the order of its tickets. */
export interface OrderDetails {
  attendees: Record<string, { name: string }[]>;
}

/** The holders of an order's tickets; null where the buyer's name stands on all of them. */
export const detailsOf = (holders: readonly { lineNo: number; names: readonly string[] }[]): OrderDetails | null =>
  holders.length === 0
    ? null
    : { attendees: Object.fromEntries(holders.map(({ lineNo, names }) => [lineNo, names.map((name) => ({ name }))])) };
