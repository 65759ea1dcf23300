/** The festival's Ed25519 keys: made at first need, sealed at rest, used to sign certificates, tickets and snapshots. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import type { FestivalKey } from '@festivals/domain/devices/contract';
import { deriveKey } from '../identity/derive-key.ts';
import type { Resources } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';
import { seal, unseal } from './sealed-key.ts';
import * as store from './key-store.ts';

export interface FestivalSigner {
  /** Number of the key; what is signed names it. */
  number: number;
  /** The 64 bytes of an Ed25519 signature. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** A key retired meanwhile is used for at most this long. */
const trustedFor = 60_000;
const opened = new WeakMap<Resources, Map<string, { signer: FestivalSigner; until: number }>>();

/** The signer with the festival's current key, which is made when there is none. Opened once a minute, then kept. */
export async function festivalSigner(resources: Resources, tx: Tx, festivalId: string): Promise<FestivalSigner> {
  const kept = keptSigner(resources, festivalId);
  if (kept) return kept;

  const key = (await store.currentKey(tx, festivalId)) ?? (await makeKey(resources, tx, festivalId));
  const signer = signerWith(key.number, openKey(resources, festivalId, key));
  // A key of this very transaction may still be rolled back, and nothing must ever be signed with a key that is not there.
  if (key.settled) signersOf(resources).set(festivalId, { signer, until: performance.now() + trustedFor });
  return signer;
}

/** The current signer if it is open already: the hot path's way, without a transaction. */
export function keptSigner(resources: Resources, festivalId: string): FestivalSigner | null {
  const kept = signersOf(resources).get(festivalId);
  return kept && kept.until > performance.now() ? kept.signer : null;
}

/** Every public key the festival ever had, the newest first: what an old key signed stays valid. */
export async function festivalPublicKeys(tx: Tx, festivalId: string): Promise<FestivalKey[]> {
  const keys = await store.publicKeys(tx, festivalId);
  return keys.map(({ number, public_key }) => ({ number, publicKey: public_key.toString('base64url') }));
}

/** One maker at a time: whoever waited finds the key that the first one made. */
async function makeKey(resources: Resources, tx: Tx, festivalId: string): Promise<store.SealedKey> {
  await store.lockKeys(tx, festivalId);
  const made = await store.currentKey(tx, festivalId);
  if (made) return made;
  const number = await store.nextNumber(tx, festivalId);
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (!d || !x) throw new Error('Node made an Ed25519 key without its halves.');
  const sealed = seal(sealingKey(resources), place(festivalId, number), Buffer.from(d, 'base64url'));
  return store.insertKey(tx, { festivalId, number, publicKey: Buffer.from(x, 'base64url'), sealed });
}

function openKey(resources: Resources, festivalId: string, key: store.SealedKey): KeyObject {
  const seed = unseal(sealingKey(resources), place(festivalId, key.number), key.sealed_private_key);
  return createPrivateKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', d: seed.toString('base64url'), x: key.public_key.toString('base64url') },
  });
}

const signerWith = (number: number, key: KeyObject): FestivalSigner => ({
  number,
  sign: (bytes) => new Uint8Array(signBytes(null, bytes, key)),
});

const sealingKey = (resources: Resources) => deriveKey(resources.env.SEALING_SECRET, 'festival-key');
const place = (festivalId: string, number: number) => `festival-key/${festivalId}/${number}`;

function signersOf(resources: Resources) {
  const known = opened.get(resources);
  if (known) return known;
  const signers = new Map<string, { signer: FestivalSigner; until: number }>();
  opened.set(resources, signers);
  return signers;
}
