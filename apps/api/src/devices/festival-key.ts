/** The festival's Ed25519 keys: made at first need, sealed at rest, used to sign certificates, tickets and snapshots. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import type { FestivalKey } from '@festivals/domain/devices/contract';
import { keyFor, madeAt } from '@festivals/domain/devices/key-rules';
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

/** A festival's keys, opened. */
export interface FestivalSigners {
  /** The key that signs what is made now. */
  current: FestivalSigner;
  /** The key that signs a thing of ours, by its id: the same one always, as long as it is not withdrawn. */
  for(id: string): FestivalSigner;
}

/** What was started or withdrawn meanwhile is known everywhere after so many milliseconds. */
export const keysTrustedFor = 10_000;
const opened = new WeakMap<Resources, Map<string, { signers: FestivalSigners; until: number }>>();

/** The festival's keys; the first is made when there is none. Opened every few seconds, then kept. */
export async function festivalSigners(resources: Resources, tx: Tx, festivalId: string): Promise<FestivalSigners> {
  const kept = keptSigners(resources, festivalId);
  if (kept) return kept;

  const known = await store.allKeys(tx, festivalId);
  const keys = known.some(({ signs }) => signs) ? known : await makeFirst(resources, tx, festivalId);
  const signers = openKeys(resources, festivalId, keys);
  // A key of this very transaction may still be rolled back, and nothing must ever be signed with a key that is not there.
  if (keys.every(({ settled }) => settled))
    signersOf(resources).set(festivalId, { signers, until: performance.now() + keysTrustedFor });
  return signers;
}

/** The signer with the festival's current key. */
export const festivalSigner = async (resources: Resources, tx: Tx, festivalId: string): Promise<FestivalSigner> =>
  (await festivalSigners(resources, tx, festivalId)).current;

/** The keys if they are open already: the hot path's way, without a transaction. */
export function keptSigners(resources: Resources, festivalId: string): FestivalSigners | null {
  const kept = signersOf(resources).get(festivalId);
  return kept && kept.until > performance.now() ? kept.signers : null;
}

/** Every public key the festival ever had, the newest first: what an old key signed stays valid, unless it was withdrawn. */
export async function festivalPublicKeys(tx: Tx, festivalId: string): Promise<FestivalKey[]> {
  const keys = await store.allKeys(tx, festivalId);
  return keys.toReversed().map(({ number, public_key, withdrawn }) => ({
    number,
    publicKey: public_key.toString('base64url'),
    ...(withdrawn && { withdrawn }),
  }));
}

/** Makes the key that signs from now on, in the place of the one before. The caller holds the lock on the festival's keys. */
export async function startKey(resources: Resources, tx: Tx, festivalId: string): Promise<number> {
  await store.retireKeys(tx, festivalId);
  const number = 1 + Math.max(0, ...(await store.allKeys(tx, festivalId)).map((key) => key.number));
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (!d || !x) throw new Error('Node made an Ed25519 key without its halves.');
  const sealed = seal(sealingKey(resources), place(festivalId, number), Buffer.from(d, 'base64url'));
  await store.insertKey(tx, { festivalId, number, publicKey: Buffer.from(x, 'base64url'), sealed });
  return number;
}

/** This process asks for the keys again; others do within `keysTrustedFor`. */
export const forgetKeys = (resources: Resources, festivalId: string): boolean =>
  signersOf(resources).delete(festivalId);

/** One maker at a time: whoever waited finds the key that the first one made. */
async function makeFirst(resources: Resources, tx: Tx, festivalId: string): Promise<store.SealedKey[]> {
  await store.lockKeys(tx, festivalId);
  const made = await store.allKeys(tx, festivalId);
  if (made.some(({ signs }) => signs)) return made;
  await startKey(resources, tx, festivalId);
  return store.allKeys(tx, festivalId);
}

function openKeys(resources: Resources, festivalId: string, keys: readonly store.SealedKey[]): FestivalSigners {
  const unsealed = new Map<number, FestivalSigner>();
  const signerWith = (key: store.SealedKey): FestivalSigner => {
    const known = unsealed.get(key.number);
    if (known) return known;
    const secret = openKey(resources, festivalId, key);
    const signer = { number: key.number, sign: (bytes: Uint8Array) => new Uint8Array(signBytes(null, bytes, secret)) };
    unsealed.set(key.number, signer);
    return signer;
  };
  const current = keys.findLast(({ signs }) => signs);
  if (!current) throw new Error('A festival without a key that signs.');
  return {
    current: signerWith(current),
    for: (id) => signerWith(keyFor(madeAt(id), keys) ?? current),
  };
}

function openKey(resources: Resources, festivalId: string, key: store.SealedKey): KeyObject {
  const seed = unseal(sealingKey(resources), place(festivalId, key.number), key.sealed_private_key);
  return createPrivateKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', d: seed.toString('base64url'), x: key.public_key.toString('base64url') },
  });
}

const sealingKey = (resources: Resources) => deriveKey(resources.env.SEALING_SECRET, 'festival-key');
const place = (festivalId: string, number: number) => `festival-key/${festivalId}/${number}`;

function signersOf(resources: Resources) {
  const known = opened.get(resources);
  if (known) return known;
  const signers = new Map<string, { signers: FestivalSigners; until: number }>();
  opened.set(resources, signers);
  return signers;
}
