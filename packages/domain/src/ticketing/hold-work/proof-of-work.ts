/** Proof of work: what a hold may cost while everybody wants one. Nothing is kept of it: the work proves itself. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** How much is asked: as many tries as two to the power of these bits, on average. Some tenths of a second on an old phone. */
export const workBits = 15;
/** How long a challenge holds. */
export const workSeconds = 600;

/** For what work is done: one challenge, and one hold, which its key and its secret name together. */
export interface WorkFor {
  challenge: string;
  /** The call's `Idempotency-Key`. */
  key: string;
  /** The basket's. */
  secret: string;
}

/** Neither challenge, key nor nonce holds a space: no two pieces of work have one text. */
const textOf = ({ challenge, key, secret }: WorkFor): string => `${challenge} ${key} ${secret} `;

/** With how many zero bits a hash begins. */
export function leadingZeroBits(hash: Uint8Array): number {
  const whole = hash.findIndex((byte) => byte !== 0);
  return whole === -1 ? hash.length * 8 : whole * 8 + Math.clz32(hash[whole] ?? 0) - 24;
}

/** Whether SHA-256 of `<challenge> <key> <secret> <nonce>` begins with so many zero bits. */
export const isWorkDone = (work: WorkFor, nonce: string, bits: number): boolean =>
  leadingZeroBits(sha256(utf8ToBytes(textOf(work) + nonce))) >= bits;

/** Does the work, `count` tries from the `from`-th on: a nonce, or null where none of them was one. */
export function findNonce(
  work: WorkFor,
  { bits, from, count }: { bits: number; from: number; count: number },
): string | null {
  // What all tries begin with is hashed once.
  const begun = sha256.create().update(utf8ToBytes(textOf(work)));
  for (let at = from; at < from + count; at++) {
    const nonce = at.toString(36);
    if (leadingZeroBits(begun.clone().update(utf8ToBytes(nonce)).digest()) >= bits) return nonce;
  }
  return null;
}

/** What a challenge says by itself: until when it holds (milliseconds since 1970), and how much it asks. */
export interface ChallengeTerms {
  until: number;
  bits: number;
}

/** What of a challenge is sealed: it is one festival's. */
export const termsText = (festivalId: string, { until, bits }: ChallengeTerms): string =>
  `${festivalId} ${Math.floor(until / 1000)} ${bits}`;

/** A challenge: its terms and their seal, in base64url. */
export const challengeOf = ({ until, bits }: ChallengeTerms, seal: string): string =>
  `${Math.floor(until / 1000)}.${bits}.${seal}`;

/** The terms and the seal of a challenge; null of what is none. */
export function readChallenge(challenge: string): { terms: ChallengeTerms; seal: string } | null {
  const [, until, bits, seal] = /^(\d{1,12})\.(\d{1,2})\.([\w-]{43})$/.exec(challenge) ?? [];
  if (until === undefined || bits === undefined || seal === undefined) return null;
  return { terms: { until: Number(until) * 1000, bits: Number(bits) }, seal };
}

/** Why work does not do: none came, its call has no key, its challenge is not ours or another festival's, it is too old, or it was not done. */
export type WorkProblem = 'missing' | 'without_key' | 'unknown_challenge' | 'expired' | 'too_little';

/** What stands against a hold's work; null where nothing does. `isSealed` tells whether a seal is the server's own. */
export function judgeWork(
  work: { challenge: string; nonce: string } | undefined,
  hold: {
    festivalId: string;
    key: string | null;
    secret: string;
    now: Date;
    isSealed: (text: string, seal: string) => boolean;
  },
): WorkProblem | null {
  const { festivalId, key, secret, now, isSealed } = hold;
  if (key === null) return 'without_key';
  if (work === undefined) return 'missing';
  const read = readChallenge(work.challenge);
  if (read === null || !isSealed(termsText(festivalId, read.terms), read.seal)) return 'unknown_challenge';
  if (read.terms.until <= now.getTime()) return 'expired';
  const { challenge, nonce } = work;
  return isWorkDone({ challenge, key, secret }, nonce, read.terms.bits) ? null : 'too_little';
}
