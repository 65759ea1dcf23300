import { addDays, instantOf } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Picture } from '@festivals/domain/media/contract';
import { keptList } from '../engine/kept-list.ts';
import { anyFestival } from '../engine/tags.ts';
import { holdsUntil } from '../engine/turns.ts';
import { client, orNull } from './site-api.ts';

/** A festival among all others: what its card, the search and the map of the site tell, and no more, since all of them are kept. */
export type ListedFestival = Omit<Festival, 'description' | 'pictures'> & {
  cover: Picture | null;
  /** When its last night has ended, in milliseconds. */
  endsAt: number;
};

/** All published festivals, those to come before those that are over. The same arrays for as long as they hold the same. */
export interface ListedFestivals {
  /** The next first. */
  coming: readonly ListedFestival[];
  /** The latest first. */
  past: readonly ListedFestival[];
  all: readonly ListedFestival[];
}

interface Ordered extends ListedFestivals {
  /** When the next of them is over, in milliseconds. */
  untilMs: number;
}

const ordered = new WeakMap<ReadonlyMap<string, ListedFestival>, Ordered>();
const perQuestion = 200;

/** All festivals that everyone may see: asked for as a whole once, and then each as it changes. */
export async function loadFestivals(): Promise<ListedFestivals> {
  const list = await keptList('festivals', { perQuestion, all: () => listAll(), one: listOne });
  const known = ordered.get(list);
  const now = Date.now();
  const order = known && now < known.untilMs ? known : inOrder(list, now);
  ordered.set(list, order);
  // What was to come is past then.
  if (Number.isFinite(order.untilMs)) holdsUntil(anyFestival, order.untilMs);
  return order;
}

async function listAll(): Promise<Map<string, ListedFestival>> {
  const all = new Map<string, ListedFestival>();
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: perQuestion, ...(cursor !== null && { cursor }) };
    const page: { items: Festival[]; next: string | null } = await client.festival.listFestivals({ query });
    for (const festival of page.items) all.set(festival.id, listed(festival));
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

async function listOne(id: string): Promise<ListedFestival | null> {
  // The engine heard of it by this id.
  const festivalId = id as Festival['id'];
  const festival = await orNull(client.festival.getFestival({ params: { festivalId } }));
  return festival && listed(festival);
}

function listed({ description: _long, pictures, ...festival }: Festival): ListedFestival {
  const hour = `${String(festival.cutOff).padStart(2, '0')}:00`;
  const endsAt = instantOf(addDays(festival.endsOn, 1), hour, festival.zone).getTime();
  return { ...festival, cover: pictures.cover, endsAt };
}

function inOrder(list: ReadonlyMap<string, ListedFestival>, now: number): Ordered {
  const sorted = [...list.values()].toSorted(
    (one, other) => byText(one.startsOn, other.startsOn) || byText(one.id, other.id),
  );
  const isOver = ({ status, endsAt }: ListedFestival) => status === 'COMPLETED' || endsAt <= now;
  const coming = sorted.filter((one) => !isOver(one));
  const past = sorted.filter(isOver).toReversed();
  const untilMs = coming.reduce((next, { endsAt }) => Math.min(next, endsAt), Infinity);
  return { coming, past, all: [...coming, ...past], untilMs };
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
