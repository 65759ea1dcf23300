import type { MadePage, Wanted } from './made-page.ts';
import { longestMs, memory } from './memory.ts';

interface Place {
  page: MadePage;
  wanted: Wanted;
  askedAtMs: number;
  asked: number;
}

export interface PageStore {
  get(key: string): MadePage | undefined;
  put(key: string, page: MadePage, wanted: Wanted): void;
  /** Pages that were asked for since and do not hold any more, the most wanted first; answers to questions are left out. */
  outdatedSince(atMs: number): Wanted[];
  count(): number;
}

/** As many pages as fit; the one that nobody asked for the longest goes first. */
export function openPageStore(mostBytes: number): PageStore {
  const places = new Map<string, Place>();
  let bytes = 0;
  const remove = (key: string) => {
    const place = places.get(key);
    if (place) bytes -= sizeOf(place.page);
    places.delete(key);
  };
  return {
    get(key) {
      const place = places.get(key);
      if (!place) return undefined;
      places.delete(key);
      places.set(key, place);
      place.askedAtMs = Date.now();
      place.asked += 1;
      return place.page;
    },
    put(key, page, wanted) {
      const asked = places.get(key);
      remove(key);
      places.set(key, { page, wanted, askedAtMs: asked?.askedAtMs ?? Date.now(), asked: asked?.asked ?? 1 });
      bytes += sizeOf(page);
      for (const oldest of places.keys()) {
        if (bytes <= mostBytes || oldest === key) break;
        remove(oldest);
      }
    },
    outdatedSince: (atMs) =>
      [...places.values()]
        .filter(({ askedAtMs, page }) => page.isStatic && askedAtMs >= atMs && standingOf(page) === 'outdated')
        .toSorted((one, other) => other.asked - one.asked)
        .map(({ wanted }) => wanted),
    count: () => places.size,
  };
}

/** The body, and about as much again for what it is packed into. */
const sizeOf = (page: MadePage): number => page.body.length * 1.5 + 2000;

export type Standing = 'fresh' | 'aged' | 'outdated';

/** Whether a page may be shown: as it is, while it is made anew beside, or only where it cannot be made at all. */
export function standingOf(page: MadePage): Standing {
  const { expiry, hears } = memory();
  if (!expiry.holds(page.tags, page.moment)) return 'outdated';
  return Date.now() - page.madeAtMs < longestMs(hears) ? 'fresh' : 'aged';
}
