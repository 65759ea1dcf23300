/** The audit trail's hash chain, computed a second time and apart from the database that wrote it. */
import { createHash } from 'node:crypto';

/** An event as the database prints it; the order of the fields is the order of their bytes. */
export interface EventTexts {
  festival_id: string;
  id: string;
  seq: string;
  xid: string;
  /** Microseconds since 1970. */
  at: string;
  name: string;
  actor_kind: string;
  actor_id: string | null;
  subject_id: string | null;
  before: string | null;
  after: string | null;
  request_id: string | null;
}

export interface Link {
  position: number;
  eventId: string;
  hash: Buffer;
  /** The event that is there now under that id. */
  event: EventTexts | null;
}

export type Flaw =
  | 'missing_seal'
  | 'missing_event'
  | 'changed_event'
  | 'reordered'
  | 'cut_off'
  | 'unsealed_event'
  | 'rewritten';

export interface Finding {
  festivalId: string;
  flaw: Flaw;
  /** Where in the festival's chain; null for an event that has no place in it. */
  position: number | null;
  eventId: string | null;
}

/** Before the first link. */
export const genesis = Buffer.alloc(32);

const nothing = Buffer.from([0xff, 0xff, 0xff, 0xff]);

function field(text: string | null): Buffer {
  if (text === null) return nothing;
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** An event's canonical bytes: each field as its length and its UTF-8 text, null as a length that no text has. */
export const eventBytes = (event: EventTexts): Buffer =>
  Buffer.concat(
    [
      event.festival_id,
      event.id,
      event.seq,
      event.xid,
      event.at,
      event.name,
      event.actor_kind,
      event.actor_id,
      event.subject_id,
      event.before,
      event.after,
      event.request_id,
    ].map(field),
  );

/** The hash of a link: over the one before it and its event. */
export const linkHash = (previous: Buffer, event: EventTexts): Buffer =>
  createHash('sha256').update(previous).update(eventBytes(event)).digest();

/** How far a chain was followed. */
export interface ChainEnd {
  position: number;
  hash: Buffer;
  /** Commit order of the last event seen. */
  xid: bigint;
  seq: bigint;
}

export const chainStart: ChainEnd = { position: 0, hash: genesis, xid: 0n, seq: 0n };

/**
 * Follows one link. Whatever is found, the walk goes on from the hash that is written there, so that one changed row is one
 * finding and not all that follow.
 */
export function follow(festivalId: string, end: ChainEnd, link: Link): { end: ChainEnd; findings: Finding[] } {
  const findings: Finding[] = [];
  const find = (flaw: Flaw, position = link.position) =>
    findings.push({ festivalId, flaw, position, eventId: flaw === 'missing_seal' ? null : link.eventId });
  const isNext = link.position === end.position + 1;
  if (!isNext) find('missing_seal', end.position + 1);
  const { event } = link;
  if (event === null) find('missing_event');
  else if (isNext && !linkHash(end.hash, event).equals(link.hash)) find('changed_event');
  if (event !== null && !isAfter(event, end)) find('reordered');
  const order = event === null ? { xid: end.xid, seq: end.seq } : { xid: BigInt(event.xid), seq: BigInt(event.seq) };
  return { end: { position: link.position, hash: link.hash, ...order }, findings };
}

function isAfter(event: EventTexts, end: ChainEnd): boolean {
  const xid = BigInt(event.xid);
  return xid > end.xid || (xid === end.xid && BigInt(event.seq) > end.seq);
}
