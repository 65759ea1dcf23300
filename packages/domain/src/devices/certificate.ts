/**
 * A device's certificate: the festival says with its key that a device's key may do something until a day.
 * Whoever has the festival's public keys can check it without network.
 *
 * Bytes: version (1), number of the signing key (2), device (16), festival (16), public key (32), rights (2, a bit each in
 * the order of `DeviceRight`), not after (4, seconds since 1970), Ed25519 signature (64). Integers are big-endian.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { DeviceRight, type FestivalKey } from './contract.ts';

const version = 1;
const bodyBytes = 1 + 2 + 16 + 16 + 32 + 2 + 4;
export const certificateBytes = bodyBytes + 64;

/** Keeps a signature over a certificate from ever passing for one over a ticket: the same key signs both. */
const context = new TextEncoder().encode('festivals/device-certificate\n');

export interface DeviceCertificate {
  /** Number of the festival's key that signs. */
  keyNumber: number;
  deviceId: string;
  festivalId: string;
  /** The 32 bytes of the device's Ed25519 key. */
  publicKey: Uint8Array;
  rights: readonly DeviceRight[];
  /** In whole seconds: a certificate keeps no finer time. */
  notAfter: Date;
}

export type CertificateVerdict =
  | { ok: true; certificate: DeviceCertificate }
  | { ok: false; because: 'malformed' | 'unknown_key' | 'bad_signature' | 'expired' };

/** The bytes before the signature; the same certificate always has the same bytes. */
export function encodeCertificate(certificate: DeviceCertificate): Uint8Array {
  const bytes = new Uint8Array(bodyBytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, version);
  view.setUint16(1, certificate.keyNumber);
  bytes.set(uuidBytes(certificate.deviceId), 3);
  bytes.set(uuidBytes(certificate.festivalId), 19);
  bytes.set(certificate.publicKey, 35);
  view.setUint16(67, rightsMask(certificate.rights));
  view.setUint32(69, Math.floor(certificate.notAfter.getTime() / 1000));
  return bytes;
}

/** What the festival's key signs. */
export const certificateMessage = (body: Uint8Array): Uint8Array => joined(context, body);

/** The whole certificate: body, then signature. */
export const signedCertificate = (body: Uint8Array, signature: Uint8Array): Uint8Array => joined(body, signature);

/** Reads a certificate and checks it against the festival's keys at a moment. */
export function verifyCertificate(bytes: Uint8Array, keys: readonly FestivalKeyBytes[], now: Date): CertificateVerdict {
  const certificate = decodeCertificate(bytes);
  if (!certificate) return { ok: false, because: 'malformed' };
  const key = keys.find(({ number }) => number === certificate.keyNumber);
  if (!key) return { ok: false, because: 'unknown_key' };
  const message = certificateMessage(bytes.subarray(0, bodyBytes));
  if (!isSigned(bytes.subarray(bodyBytes), message, key.publicKey)) return { ok: false, because: 'bad_signature' };
  if (certificate.notAfter <= now) return { ok: false, because: 'expired' };
  return { ok: true, certificate };
}

/** A festival's key as `verifyCertificate` takes it: the contract's `FestivalKey` with its text decoded. */
export type FestivalKeyBytes = Pick<FestivalKey, 'number'> & { publicKey: Uint8Array };

/** Whether 32 bytes are a usable Ed25519 public key: a canonical point, and none of the few whose signatures anyone can forge. */
export function isPublicKey(bytes: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(bytes);
    return point.isTorsionFree() && !point.isSmallOrder();
  } catch {
    return false;
  }
}

function decodeCertificate(bytes: Uint8Array): DeviceCertificate | null {
  if (bytes.length !== certificateBytes || bytes[0] !== version) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rights = rightsOf(view.getUint16(67));
  if (!rights) return null;
  return {
    keyNumber: view.getUint16(1),
    deviceId: uuidText(bytes.subarray(3, 19)),
    festivalId: uuidText(bytes.subarray(19, 35)),
    publicKey: bytes.slice(35, 67),
    rights,
    notAfter: new Date(view.getUint32(69) * 1000),
  };
}

/** noble throws on a key that is no point; to a verdict that is a bad signature. */
function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

const rightsMask = (rights: readonly DeviceRight[]): number =>
  rights.reduce((mask, right) => mask | (1 << DeviceRight.options.indexOf(right)), 0);

/** Null when a bit is set that this version of the code does not know. */
function rightsOf(mask: number): DeviceRight[] | null {
  if (mask >>> DeviceRight.options.length !== 0) return null;
  return DeviceRight.options.filter((_, index) => (mask & (1 << index)) !== 0);
}

const uuidBytes = (uuid: string): Uint8Array =>
  Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
