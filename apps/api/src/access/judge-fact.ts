/** What the server makes of a fact's bytes before it is booked: who recorded it, whether they signed it, and when it happened. */
import { createPublicKey, verify } from 'node:crypto';
import type { FactReason } from '@festivals/domain/access/contract';
import { trustedTime } from '@festivals/domain/access/rules';
import { isScanFactSigned, readScanFact, type ScanFact } from '@festivals/domain/access/scan-fact';

export interface Signer {
  publicKey: Buffer;
  enrolledAt: string;
  revokedAt: string | null;
}

/** A fact to be booked, or one to be quarantined for a reason; `fact` is what its bytes claim. */
export type Judgement = { fact: ScanFact; at: Date; reason: null } | { fact: ScanFact | null; reason: FactReason };

/** Any device of the festival may hand over what another one recorded: the signature says whose it is. */
export function judgeFact(bytes: Buffer, receivedAt: string, signers: ReadonlyMap<string, Signer>): Judgement {
  const fact = readScanFact(bytes);
  if (!fact) return { fact, reason: 'unreadable' };
  const signer = signers.get(fact.deviceId);
  if (!signer) return { fact, reason: 'unknown_device' };
  if (!isScanFactSigned(bytes, signer.publicKey, isSignedNatively)) return { fact, reason: 'bad_signature' };
  const at = new Date(trustedTime(fact, Date.parse(signer.enrolledAt), Date.parse(receivedAt)));
  if (signer.revokedAt !== null && at >= new Date(signer.revokedAt)) return { fact, reason: 'device_revoked' };
  return { fact, at, reason: null };
}

/** Node's own Ed25519: a batch of 500 takes it some 40 ms, ten times less than the portable one. */
function isSignedNatively(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString('base64url');
  return verify(null, message, createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } }), signature);
}
