import { openExpiry, type Expiry } from './expiry.ts';

interface Kept {
  value: unknown;
  tags: readonly string[];
  moment: number;
  atMs: number;
}

/** When festivals were told to have changed (`told.ts`). */
export interface Told {
  /** When a festival was last told of, in whatever domain, and when last in what lists show of it. */
  at: Map<string, { any: number; listed: number }>;
  /** Before this nobody remembers who was told of. */
  since: number;
}

/** What is known of all festivals, by festival (`kept-list.ts`). */
export interface Whole {
  items: ReadonlyMap<string, unknown>;
  /** When it began to be asked for, by the expiry's counter. */
  moment: number;
  atMs: number;
}

export interface KeptList {
  whole?: Whole;
  coming?: Promise<Whole>;
}

/** What this process remembers of the API's public answers. */
export interface Memory {
  expiry: Expiry;
  /** Whether changes are heard of at this moment; while they are not, nothing is believed for long. */
  hears: boolean;
  kept: Map<string, Kept>;
  coming: Map<string, { moment: number; value: Promise<unknown> }>;
  /** The addresses under which a festival was seen, by its id. */
  slugs: Map<string, Set<string>>;
  /** Which festivals changed when. */
  told: Told;
  /** What is known of all festivals, by name. */
  lists: Map<string, KeptList>;
}

/** How old something may be, in milliseconds, though nobody told of a change: the net below the news. */
export const longestMs = (hears: boolean): number => (hears ? 60_000 : 10_000);

const mostKept = 5000;
const name = Symbol.for('festivals.site.memory');

/** One for the process: pages are bundled apart from the server that keeps them, and from each other. */
export function memory(): Memory {
  // A symbol of our own holds what we put there, and nothing else does.
  const shared = globalThis as { [name]?: Memory };
  shared[name] ??= {
    expiry: openExpiry(),
    hears: false,
    kept: new Map(),
    coming: new Map(),
    slugs: new Map(),
    told: { at: new Map(), since: 0 },
    lists: new Map(),
  };
  return shared[name];
}

/**
 * Loads what is not known, or may have changed; many who want the same wait for one answer.
 * @param tagsOf what the answer itself hangs on, where that is less than what it might have been
 */
export async function remembered<T>(
  key: string,
  tags: readonly string[],
  load: () => Promise<T>,
  tagsOf: (loaded: T) => readonly string[] = () => tags,
): Promise<T> {
  const { expiry, hears, kept, coming } = memory();
  const known = kept.get(key);
  if (known && expiry.holds(known.tags, known.moment) && Date.now() - known.atMs < longestMs(hears)) {
    // The most recently used is the last: the first is what goes.
    kept.delete(key);
    kept.set(key, known);
    // One key is always loaded by one loader.
    return known.value as T;
  }
  const underway = coming.get(key);
  if (underway && expiry.holds(tags, underway.moment)) return underway.value as Promise<T>;
  const moment = expiry.now();
  const value = load();
  coming.set(key, { moment, value });
  try {
    const loaded = await value;
    const its = tagsOf(loaded);
    if (expiry.holds(its, moment)) keep(key, { value: loaded, tags: its, moment, atMs: Date.now() });
    return loaded;
  } catch (error) {
    // Nobody said that it changed; it is only older than one would like.
    if (known && expiry.holds(known.tags, known.moment)) return known.value as T;
    throw error;
  } finally {
    if (coming.get(key)?.value === value) coming.delete(key);
  }
}

function keep(key: string, what: Kept): void {
  const { kept } = memory();
  kept.delete(key);
  kept.set(key, what);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
