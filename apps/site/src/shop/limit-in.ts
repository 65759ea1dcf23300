/** How many of a ticket type or an option one person may have, and how many are left for whoever asked. */
export interface PersonLimit {
  /** The type or the option. */
  of: string;
  most: number;
  left: number;
}

/** The API's own shape, read without trust: it may be of another day than this page. */
export function limitIn({ name, details }: { name: string; details: Record<string, unknown> }): {
  limit?: PersonLimit;
} {
  const { ticketTypeId, optionId, most, left } = details;
  const of = ticketTypeId ?? optionId;
  if (name !== 'PERSON_LIMIT' || typeof of !== 'string') return {};
  return typeof most === 'number' && typeof left === 'number' ? { limit: { of, most, left } } : {};
}
