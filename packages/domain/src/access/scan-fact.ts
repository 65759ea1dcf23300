/**
 * A scan as the device records and signs it: compact, deterministic, chained to the one before.
 *
 * Bytes: version (1), device (16), epoch (4), sequence (8), SHA-256 of the previous fact (32, zeros for the first), the fact's
 * own id (16), ticket (16), what was decided (1), wall clock (8), monotonic clock (8), last server time seen (8), all clocks in
 * milliseconds; Ed25519 signature by the device (64). Integers are big-endian.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { joined, uuidBytes, uuidText } from '../bytes.ts';
import { isSigned } from '../signature.ts';

const version = 1;
const bodyBytes = 1 + 16 + 4 + 8 + 32 + 16 + 16 + 1 + 8 + 8 + 8;
export const scanFactBytes = bodyBytes + 64;
const context = new TextEncoder().encode('festivals/scan-fact\n');

export const decisions = ['admitted', 'refused'] as const;

export interface ScanFact {
  deviceId: string;
  /** Counts the lives of a device's storage: sequences begin anew when it was lost. */
  epoch: number;
  /** From 1, without gaps within an epoch. */
  sequence: number;
  /** SHA-256 of the previous fact's bytes, signature included. */
  previous: Uint8Array;
  id: string;
  ticketId: string;
  decision: (typeof decisions)[number];
  /** Milliseconds since 1970 by the device's own clock, which may be wrong. */
  wallClock: number;
  /** Milliseconds since the device started; never set back. */
  monotonicClock: number;
  /** The last time a server told the device, 0 when none has. */
  serverTime: number;
}

/** Writes and signs a fact; the same fact and key always give the same bytes. */
export function signScanFact(fact: ScanFact, secretKey: Uint8Array): Uint8Array {
  const body = encodeBody(fact);
  return joined(body, ed25519.sign(joined(context, body), secretKey));
}

/** Reads a fact without trusting it; null when the bytes are no scan fact. */
export function readScanFact(bytes: Uint8Array): ScanFact | null {
  if (bytes.length !== scanFactBytes || bytes[0] !== version) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decision = decisions[view.getUint8(93)];
  const numbers = [21, 94, 102, 110].map((at) => Number(view.getBigUint64(at)));
  const [sequence = 0, wallClock = 0, monotonicClock = 0, serverTime = 0] = numbers;
  if (!decision || sequence < 1 || numbers.some((number) => !Number.isSafeInteger(number))) return null;
  return {
    deviceId: uuidText(bytes.subarray(1, 17)),
    epoch: view.getUint32(17),
    sequence,
    previous: bytes.slice(29, 61),
    id: uuidText(bytes.subarray(61, 77)),
    ticketId: uuidText(bytes.subarray(77, 93)),
    decision,
    wallClock,
    monotonicClock,
    serverTime,
  };
}

/**
 * Whether the device signed exactly these bytes.
 * @param verify the runtime's own Ed25519 where it has one: many times as fast as the portable one
 */
export const isScanFactSigned = (
  bytes: Uint8Array,
  publicKey: Uint8Array,
  verify: typeof isSigned = isSigned,
): boolean => verify(bytes.subarray(bodyBytes), joined(context, bytes.subarray(0, bodyBytes)), publicKey);

/** What the next fact names as its previous one. */
export const scanFactHash = (bytes: Uint8Array): Uint8Array => sha256(bytes);

/** The `previous` of the first fact of an epoch. */
export const noPrevious = (): Uint8Array => new Uint8Array(32);

function encodeBody(fact: ScanFact): Uint8Array {
  const body = new Uint8Array(bodyBytes);
  const view = new DataView(body.buffer);
  view.setUint8(0, version);
  body.set(uuidBytes(fact.deviceId), 1);
  view.setUint32(17, fact.epoch);
  view.setBigUint64(21, BigInt(fact.sequence));
  body.set(fact.previous, 29);
  body.set(uuidBytes(fact.id), 61);
  body.set(uuidBytes(fact.ticketId), 77);
  view.setUint8(93, decisions.indexOf(fact.decision));
  view.setBigUint64(94, BigInt(fact.wallClock));
  view.setBigUint64(102, BigInt(fact.monotonicClock));
  view.setBigUint64(110, BigInt(fact.serverTime));
  return body;
}
