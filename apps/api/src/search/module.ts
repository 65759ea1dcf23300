import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { learnWords } from './learn-words.ts';
import { searchFestival, searchMine } from './search.ts';

/** Finds whatever the given domains let be found. */
export const searchModule = (domains: readonly DomainModule[]): DomainModule => {
  const searchers = domains.flatMap(({ find = [] }) => find);
  const search = controller('search', api.search, {
    searchFestival: searchFestival(searchers),
    searchMine: searchMine(searchers),
  });
  return {
    name: 'search',
    controllers: [search],
    schedule: { 'search.learn_words': { everySeconds: 2, run: learnWords } },
  };
};
