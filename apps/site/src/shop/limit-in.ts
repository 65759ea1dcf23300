/** How many of a ticket type one person may have, and how many are left for whoever asked. */
export interface PersonLimit {
  ticketTypeId: string;
  most: number;
  left: number;
}

/** The API's own shape, read without trust: it may be of another day than this page. */
export function limitIn({ name, details }: { name: string; details: Record<string, unknown> }): {
  limit?: PersonLimit;
} {
  const { ticketTypeId, most, left } = details;
  if (name !== 'PERSON_LIMIT' || typeof ticketTypeId !== 'string') return {};
  return typeof most === 'number' && typeof left === 'number' ? { limit: { ticketTypeId, most, left } } : {};
}
