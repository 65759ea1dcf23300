import { ed25519 } from '@noble/curves/ed25519.js';

/** Whether an Ed25519 signature holds (RFC 8032, strict). A key that is no point makes no valid signature. */
export function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
