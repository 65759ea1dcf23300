/**
 * What is known of all festivals, by festival: asked for as a whole once, and from then on festival by festival, as they change.
 * However many there are, a change of one costs one question.
 */
import { longestMs, memory, type KeptList, type Whole } from './memory.ts';
import { toldSince } from './told.ts';

interface Source<T> {
  /** How many festivals one question for all of them answers: the whole is asked for as rarely as it costs questions. */
  perQuestion: number;
  all(): Promise<ReadonlyMap<string, T>>;
  /** What is known of one festival; null where nobody may see it, or there is nothing. */
  one(festivalId: string): Promise<T | null>;
}

/** So many festivals are asked for side by side. */
const atOnce = 8;

/** The list as it is now, the same object for as long as nothing changed. One name is always one source. */
export async function keptList<T>(name: string, source: Source<T>): Promise<ReadonlyMap<string, T>> {
  const list = listAt(name);
  const asked = memory().expiry.now();
  // What is under way may have begun before the last change; what begins after it has seen it.
  while (!isCurrent(list.whole, asked, source)) {
    list.coming ??= renew(list, source).finally(() => delete list.coming);
    const known = list.whole;
    try {
      await list.coming;
    } catch (error) {
      // Nobody said that it changed; it is only older than one would like.
      if (known === undefined || toldSince(known.moment)?.length !== 0) throw error;
      return known.items as ReadonlyMap<string, T>;
    }
  }
  // One name is always filled by one source.
  return list.whole?.items as ReadonlyMap<string, T>;
}

const nothing: ReadonlyMap<string, unknown> = new Map();

/** What is known by now, without asking. */
export const knownList = (name: string): ReadonlyMap<string, unknown> => listAt(name).whole?.items ?? nothing;

function listAt(name: string): KeptList {
  const { lists } = memory();
  const list = lists.get(name) ?? {};
  lists.set(name, list);
  return list;
}

function isCurrent(whole: Whole | undefined, asked: number, { perQuestion }: Source<unknown>): boolean {
  if (whole === undefined || isOld(whole, perQuestion)) return false;
  if (whole.moment < asked && toldSince(whole.moment)?.length !== 0) return false;
  // Where nothing changed it is as good as if it had been asked for now.
  whole.moment = Math.max(whole.moment, asked);
  return true;
}

/** While changes are heard of, the whole is no more than a net below them. */
function isOld({ items, atMs }: Whole, perQuestion: number): boolean {
  const { hears } = memory();
  const questions = hears ? Math.max(1, Math.ceil(items.size / perQuestion)) : 1;
  return Date.now() - atMs >= longestMs(hears) * questions;
}

async function renew<T>(list: KeptList, source: Source<T>): Promise<Whole> {
  const { expiry } = memory();
  const moment = expiry.now();
  const { whole } = list;
  const changed = whole === undefined || isOld(whole, source.perQuestion) ? null : toldSince(whole.moment);
  const isWhole =
    whole === undefined || changed === null || changed.length > whole.items.size / source.perQuestion + atOnce;
  list.whole = isWhole
    ? { items: await source.all(), moment, atMs: Date.now() }
    : { ...whole, items: await patched(whole.items, changed, source), moment };
  return list.whole;
}

async function patched<T>(items: ReadonlyMap<string, unknown>, changed: readonly string[], { one }: Source<T>) {
  const now = new Map(items);
  for (let from = 0; from < changed.length; from += atOnce) {
    const some = changed.slice(from, from + atOnce);
    const answers = await Promise.all(some.map(async (id) => [id, await one(id)] as const));
    for (const [id, item] of answers) {
      if (item === null) now.delete(id);
      else now.set(id, item);
    }
  }
  return now;
}
