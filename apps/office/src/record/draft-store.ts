import { z } from 'zod';

/** A form that was left half filled. */
export const Draft = z.object({
  /** When it was last written in, in milliseconds since 1970. */
  at: z.number(),
  /** The record's version that it began with; null for a record that is yet to be. */
  version: z.number().nullable(),
  base: z.record(z.string(), z.unknown()),
  values: z.record(z.string(), z.unknown()),
});
export type Draft = z.infer<typeof Draft>;

/** Whose draft of what. */
export interface DraftName {
  personId: string;
  festivalId: string;
  /** Which form: `stand`, `settings`. */
  kind: string;
  /** The record's id, or `new`. */
  id: string;
}

const prefix = 'office.draft.';
const fortnight = 14 * 24 * 3_600_000;

const keyOf = ({ personId, festivalId, kind, id }: DraftName) => `${prefix}${personId}.${festivalId}.${kind}.${id}`;

/** The draft that was kept, if it is not too old to mean anything. */
export function readDraft(storage: Storage, name: DraftName, now: number): Draft | null {
  const text = storage.getItem(keyOf(name));
  const draft = text === null ? null : (Draft.safeParse(parsed(text)).data ?? null);
  return draft !== null && now - draft.at < fortnight ? draft : null;
}

/** Keeps a draft; where there is no room left, the form is simply not kept. */
export function keepDraft(storage: Storage, name: DraftName, draft: Draft): void {
  try {
    storage.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    storage.removeItem(keyOf(name));
  }
}

export function dropDraft(storage: Storage, name: DraftName): void {
  storage.removeItem(keyOf(name));
}

/** Throws away what is too old, and what nobody can read any more. */
export function sweepDrafts(storage: Storage, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  for (const key of keys.filter((one) => one.startsWith(prefix))) {
    const draft = Draft.safeParse(parsed(storage.getItem(key) ?? ''));
    if (!draft.success || now - draft.data.at >= fortnight) storage.removeItem(key);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
