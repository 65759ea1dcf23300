import type { News } from '@festivals/domain/festival/news-contract';
import { newsList, newsState } from '@festivals/domain/festival/news-list';
import { localised } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import { type Listed, wholeList } from '../platform/table/listed.ts';
import { listAll } from './news-store.ts';

export const festivalLists: readonly Listed[] = [
  wholeList<News>({
    name: 'news',
    needs: 'festival.edit',
    view: (_, now) => newsList(now),
    read: listAll,
    columns: (language, _, now) => {
      const { news: t, devices } = office[language];
      return [
        { heading: t.headline, kind: 'text', value: ({ title }) => localised(title, language) },
        { heading: devices.state, kind: 'text', value: (news) => t[newsState(news, now)] },
        { heading: t.publishedAt, kind: 'moment', value: ({ publishedAt }) => publishedAt },
        { heading: t.body, kind: 'text', value: ({ body }) => localised(body, language) },
      ];
    },
  }),
];
