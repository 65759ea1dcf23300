import { hkdfSync } from 'node:crypto';

/** What a secret of the environment is used for; a key of one purpose says nothing of another's. */
export type KeyPurpose =
  | 'access-token'
  | 'refresh-token'
  | 'device-token'
  | 'device-enrolment'
  | 'festival-key'
  | 'login-attempt'
  | 'picture-address'
  | 'preview'
  | 'provider-state';

const derived = new Map<string, Uint8Array>();

/** A 256-bit key for one purpose, derived from a secret of the environment (HKDF-SHA256, RFC 5869). */
export function deriveKey(secret: string, purpose: KeyPurpose): Uint8Array {
  const name = `${purpose}:${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const key = new Uint8Array(hkdfSync('sha256', secret, 'festivals', purpose, 32));
  derived.set(name, key);
  return key;
}
