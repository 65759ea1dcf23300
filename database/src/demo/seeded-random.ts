import { createHash } from 'node:crypto';

/** A stream of chance that is the same wherever and whenever its seed is the same. Not for secrets. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  /** The choices in another order. */
  shuffle<T>(choices: readonly T[]): T[];
  /** One of the choices, each as often as its weight says. */
  weighted<T>(choices: readonly T[], weightOf: (choice: T) => number): T;
  /** An id in the shape of a UUIDv7 of this moment; only its moment and the stream make it. */
  id(at: Date): string;
  /** Bytes that look random. */
  bytes(size: number): Buffer;
}

/** Mulberry32, started from the seed's SHA-256: integers only, so that every engine agrees. */
export function seededRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32BE(0);

  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => whole(0, 255)));

  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[whole(0, choices.length - 1)];
    if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
    return chosen;
  };

  const shuffle = <T>(choices: readonly T[]): T[] =>
    choices
      .map((choice) => ({ choice, at: next() }))
      .toSorted((left, right) => left.at - right.at)
      .map(({ choice }) => choice);

  const weighted = <T>(choices: readonly T[], weightOf: (choice: T) => number): T => {
    let left = next() * choices.reduce((sum, choice) => sum + weightOf(choice), 0);
    return choices.find((choice) => (left -= weightOf(choice)) < 0) ?? pick(choices);
  };

  const id = (at: Date) => {
    const raw = bytes(16);
    raw.writeUIntBE(at.getTime(), 0, 6);
    raw[6] = 0x70 | (raw.readUInt8(6) & 0x0f);
    raw[8] = 0x80 | (raw.readUInt8(8) & 0x3f);
    return raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };

  return { next, whole, pick, shuffle, weighted, id, bytes };
}
