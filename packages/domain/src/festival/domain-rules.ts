/** What becomes of a festival's own domain when its record is looked for again. */

/** What the DNS said of a record; a server that does not answer says nothing. */
export type Sight = 'found' | 'absent' | 'silent';

/** For so long a domain whose record is gone is still answered to, in milliseconds: a moved name server is no lost domain. */
export const graceMs = 14 * 86_400_000;

export interface Standing {
  /** Instants. */
  confirmedAt: string | null;
  lostAt: string | null;
}

export type Change = 'domain_lost' | 'domain_found' | 'domain_lapsed';

/** Until when a domain whose record is gone is answered to; null while it is there. */
export const endsAt = ({ lostAt }: Pick<Standing, 'lostAt'>): string | null =>
  lostAt === null ? null : new Date(Date.parse(lostAt) + graceMs).toISOString();

/** How a proven domain stands after a look, and what has to be told; null where nothing is to be. */
export function seeDomain(before: Standing, sight: Sight, now: Date): Standing & { change: Change | null } {
  const { confirmedAt, lostAt } = before;
  if (confirmedAt === null || sight === 'silent') return { confirmedAt, lostAt, change: null };
  if (sight === 'found') return { confirmedAt, lostAt: null, change: lostAt === null ? null : 'domain_found' };
  if (lostAt === null) return { confirmedAt, lostAt: now.toISOString(), change: 'domain_lost' };
  if (now.getTime() < Date.parse(lostAt) + graceMs) return { confirmedAt, lostAt, change: null };
  return { confirmedAt: null, lostAt: null, change: 'domain_lapsed' };
}
