import type { MadePage, Wanted } from './made-page.ts';
import type { Maker } from './make-page.ts';
import { memory } from './memory.ts';
import { openPageStore, standingOf } from './page-store.ts';
import { tagsOfPage } from './tags.ts';

/** What was asked for so long ago is still worth making anew before somebody asks. */
const wantedForMs = 600_000;
const mostWarmed = 60;
/** Before a round of warming: who asks meanwhile comes first, and what is told meanwhile is warmed together. */
const warmPauseMs = 250;
/** A large page keeps others waiting for as long as it is made: warming lets whoever asks go first, but not for ever. */
const yieldMs = 20;
const mostYields = 50;

export interface PageKeeper {
  /** The page as it is now. @throws when it cannot be made and never was */
  page(wanted: Wanted): Promise<MadePage>;
  /** Makes what changed and is wanted anew, before somebody waits for it; one round at a time, however much is told. */
  warm(): Promise<void>;
}

/** Keeps pages once they are made, for as long as they hold; a thousand who want the same wait for one making. */
export function openPageKeeper(maker: Maker, mostBytes: number): PageKeeper {
  const store = openPageStore(mostBytes);
  const coming = new Map<string, { moment: number; page: Promise<MadePage> }>();

  const make = (wanted: Wanted): Promise<MadePage> => {
    const key = keyOf(wanted);
    const underway = coming.get(key);
    // One that began before a change may already be wrong; it is not waited for.
    if (underway && memory().expiry.holds(tagsOfPage(wanted.path, 404), underway.moment)) return underway.page;
    const page = maker.make(wanted).then((made) => {
      if (made.status === 200 || made.status === 404)
        store.put(made.isStatic ? keyOf(plain(wanted)) : key, made, wanted);
      return made;
    });
    const entry = { moment: memory().expiry.now(), page };
    coming.set(key, entry);
    const forget = () => {
      if (coming.get(key) === entry) coming.delete(key);
    };
    page.then(forget, forget);
    return page;
  };

  const kept = (wanted: Wanted): MadePage | undefined => {
    const page = store.get(keyOf(plain(wanted)));
    return page?.isStatic || wanted.search === '' ? page : store.get(keyOf(wanted));
  };

  let waiting = 0;
  const awaited = async (wanted: Wanted): Promise<MadePage> => {
    waiting += 1;
    try {
      return await make(wanted);
    } finally {
      waiting -= 1;
    }
  };

  const isAwaited = () => waiting > 0;
  const warmOnce = async () => {
    for (const wanted of store.outdatedSince(Date.now() - wantedForMs).slice(0, mostWarmed)) {
      for (let yields = 0; isAwaited() && yields < mostYields; yields += 1) await pause(yieldMs);
      const page = kept(wanted);
      if (!page || standingOf(page) === 'outdated') await make(wanted).catch(() => undefined);
    }
  };
  let warming: Promise<void> | null = null;
  let isWarmAgain = false;
  const warmUntilDone = async () => {
    while (isWarmAgain) {
      await pause(warmPauseMs);
      isWarmAgain = false;
      await warmOnce();
    }
  };

  return {
    async page(wanted) {
      const page = kept(wanted);
      const standing = page && standingOf(page);
      if (page && standing === 'fresh') return page;
      if (page && standing === 'aged') {
        // Shown once more while it is made anew; where that fails it stays as it is.
        make(wanted).catch(() => undefined);
        return page;
      }
      try {
        const made = await awaited(wanted);
        return made.status >= 500 && page ? page : made;
      } catch (error) {
        if (page) return page;
        throw error;
      }
    },
    warm() {
      isWarmAgain = true;
      warming ??= warmUntilDone().finally(() => (warming = null));
      return warming;
    },
  };
}

const plain = (wanted: Wanted): Wanted => ({ ...wanted, search: '' });
const keyOf = ({ path, search, own }: Wanted): string => `${own ?? ''}|${path}${search}`;
const pause = (ms: number): Promise<void> => new Promise((next) => void setTimeout(next, ms).unref());
