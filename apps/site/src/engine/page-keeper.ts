import type { MadePage, Wanted } from './made-page.ts';
import type { Maker } from './make-page.ts';
import { memory } from './memory.ts';
import { openPageStore, standingOf } from './page-store.ts';
import { tagsOfPage } from './tags.ts';

/** What was asked for so long ago is still worth making anew before somebody asks. */
const wantedForMs = 600_000;
const madeAtOnce = 2;
const mostWarmed = 60;
/** Between two rounds of warming: who asks gets the new page at once anyway. */
const warmPauseMs = 500;

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

  const warmOnce = async () => {
    const queue = store.outdatedSince(Date.now() - wantedForMs).slice(0, mostWarmed);
    const makeNext = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const page = kept(next);
        if (!page || standingOf(page) === 'outdated') await make(next).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: madeAtOnce }, makeNext));
  };
  let warming: Promise<void> | null = null;
  let isWarmAgain = false;
  const warmUntilDone = async () => {
    do {
      isWarmAgain = false;
      await warmOnce();
      await new Promise((next) => setTimeout(next, warmPauseMs).unref());
    } while (isWarmAgain);
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
        const made = await make(wanted);
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
