/** Answers that are cut out of a page that is kept, because their number has no end: whatever is asked, no page is made for it. */
import { createHash } from 'node:crypto';
import { filterOf } from '@festivals/domain/programme/visit/filter-line-up';
import { readList, siftLineUp, type ReadList } from '../programme/sift-line-up.ts';
import type { MadePage, Wanted } from './made-page.ts';

export interface Question {
  /** The page that is kept. */
  of: Wanted;
  answer(page: MadePage): MadePage;
}

const lists = new WeakMap<MadePage, ReadList>();

/** What is asked by an address; null for one that is a page itself. */
export function questionOf({ path, search, own }: Wanted): Question | null {
  const [, language, slug, room, view, ...more] = path.split('/');
  if (room !== 'line-up' || view !== 'search' || more.length > 0) return null;
  const query = new URLSearchParams(search);
  const filter = filterOf((name) => query.get(name));
  return {
    of: { path: `/${language}/${slug}/line-up/list`, search: '', own },
    answer: (page) => {
      const list = lists.get(page) ?? readList(page.body.toString('utf8'));
      lists.set(page, list);
      return answered(page, siftLineUp(list, filter));
    },
  };
}

function answered(page: MadePage, html: string): MadePage {
  const body = Buffer.from(html);
  return {
    ...page,
    body,
    headers: { ...page.headers, 'x-robots-tag': 'noindex' },
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    packed: new Map(),
    isForOne: true,
  };
}
