import type { CodeVerdict } from '../ticketing/ticket-code.ts';
import type { ScanFact } from './scan-fact.ts';

/** What a gate knows of a ticket, from its snapshot and from its own scans; null when it knows nothing. */
export interface KnownTicket {
  state: 'VALID' | 'ADMITTED' | 'REVOKED';
  /** When it came to be so, ISO 8601. */
  at: string;
}

export type RefusalReason = 'unreadable' | 'foreign' | 'forged' | 'withdrawn' | 'already_admitted' | 'revoked';

export type Verdict =
  | { admit: true; ticketId: string; ticketTypeId: string }
  | { admit: false; because: RefusalReason; ticketId: string | null; since: string | null };

/**
 * May this ticket enter? The same answer on a phone without network and on the server. A well-signed ticket that the gate
 * has not heard of yet is let in: it was sold after the last sync.
 */
export function admit(code: CodeVerdict, known: KnownTicket | null): Verdict {
  if (!code.ok) return { admit: false, because: code.because, ticketId: null, since: null };
  const { ticketId, ticketTypeId } = code;
  if (known?.state === 'ADMITTED') return { admit: false, because: 'already_admitted', ticketId, since: known.at };
  if (known?.state === 'REVOKED') return { admit: false, because: 'revoked', ticketId, since: known.at };
  return { admit: true, ticketId, ticketTypeId };
}

/**
 * When a fact happened, as far as the server can tell: what the device's clock said, but not before the last time that a server
 * told the device, nor before its enrolment, and not after the fact arrived. A clock that is ahead thus gives the arrival,
 * one that is behind the last contact. All times in milliseconds since 1970.
 */
export function trustedTime(
  fact: Pick<ScanFact, 'wallClock' | 'serverTime'>,
  enrolledAt: number,
  receivedAt: number,
): number {
  const earliest = Math.min(Math.max(fact.serverTime, enrolledAt), receivedAt);
  return Math.min(Math.max(fact.wallClock, earliest), receivedAt);
}
