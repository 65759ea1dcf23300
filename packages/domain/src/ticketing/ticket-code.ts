/**
 * The text of a ticket's QR: whoever has the festival's public keys can check it without network.
 *
 * `FT1.` and base32 of: version (1), number of the signing key (2), ticket (16), ticket type (16), Ed25519 signature (64);
 * integers are big-endian. 163 capitals and digits: a QR of version 7 with error correction M.
 */
import { fromBase32, fromBase64Url, joined, toBase32, uuidBytes, uuidText } from '../bytes.ts';
import type { FestivalKey } from '../devices/contract.ts';
import { isSigned } from '../signature.ts';

const prefix = 'FT1.';
const version = 1;
const bodyBytes = 1 + 2 + 16 + 16;
const codeBytes = bodyBytes + 64;

/** Keeps a signature over a ticket from ever passing for one over a certificate: the same key signs both. */
const context = new TextEncoder().encode('festivals/ticket\n');

export interface TicketOnPaper {
  keyNumber: number;
  ticketId: string;
  ticketTypeId: string;
}

export type CodeVerdict =
  | ({ ok: true } & TicketOnPaper)
  /**
   * `unreadable`: no ticket code at all. `foreign`: signed with a key that this festival never had. `forged`: the signature is wrong.
   * `withdrawn`: well signed with a key that others may have; the ticket has a new code.
   */
  | { ok: false; because: 'unreadable' | 'foreign' | 'forged' | 'withdrawn' };

/** Writes a ticket's code; `sign` is the festival's key. The same ticket always has the same code. */
export function ticketCode(ticket: TicketOnPaper, sign: (message: Uint8Array) => Uint8Array): string {
  const body = new Uint8Array(bodyBytes);
  const view = new DataView(body.buffer);
  view.setUint8(0, version);
  view.setUint16(1, ticket.keyNumber);
  body.set(uuidBytes(ticket.ticketId), 3);
  body.set(uuidBytes(ticket.ticketTypeId), 19);
  return prefix + toBase32(joined(body, sign(joined(context, body))));
}

/** Reads a code and checks its signature against the festival's keys. */
export function checkTicketCode(text: string, keys: readonly FestivalKey[]): CodeVerdict {
  const bytes = bytesOf(text);
  if (!bytes) return { ok: false, because: 'unreadable' };
  const body = bytes.subarray(0, bodyBytes);
  const keyNumber = new DataView(bytes.buffer).getUint16(1);
  const key = keys.find(({ number }) => number === keyNumber);
  const publicKey = key && fromBase64Url(key.publicKey);
  if (!publicKey) return { ok: false, because: 'foreign' };
  if (!isSigned(bytes.subarray(bodyBytes), joined(context, body), publicKey)) return { ok: false, because: 'forged' };
  if (key.withdrawn) return { ok: false, because: 'withdrawn' };
  return {
    ok: true,
    keyNumber,
    ticketId: uuidText(bytes.subarray(3, 19)),
    ticketTypeId: uuidText(bytes.subarray(19, 35)),
  };
}

function bytesOf(text: string): Uint8Array | null {
  const trimmed = text.trim().toUpperCase();
  if (!trimmed.startsWith(prefix)) return null;
  const bytes = fromBase32(trimmed.slice(prefix.length));
  return bytes && bytes.length === codeBytes && bytes[0] === version ? bytes : null;
}
