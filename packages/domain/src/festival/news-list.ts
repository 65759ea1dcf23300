/** How the list of news is looked at. Pure. */
import { listView } from '../list-view.ts';
import type { News } from './news-contract.ts';

export type NewsState = 'draft' | 'waits' | 'published';

export const newsState = ({ publishedAt }: Pick<News, 'publishedAt'>, now: Date): NewsState =>
  publishedAt === null ? 'draft' : new Date(publishedAt) > now ? 'waits' : 'published';

export const newsList = (now: Date) =>
  listView({
    texts: ({ title }: News) => Object.values(title),
    sorts: {
      // Drafts first, then the latest.
      published: ({ publishedAt }) => (publishedAt === null ? Number.NEGATIVE_INFINITY : -Date.parse(publishedAt)),
      title: ({ title }) => Object.values(title).find((text) => text !== '') ?? null,
    },
    only: {
      draft: (news) => newsState(news, now) === 'draft',
      waits: (news) => newsState(news, now) === 'waits',
      published: (news) => newsState(news, now) === 'published',
      pinned: ({ pinned }) => pinned,
    },
  });
