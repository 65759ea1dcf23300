import type { DomainModule } from '../platform/domain-module.ts';
import { bookLeftFacts } from './book-left-facts.ts';
import { accessHttp } from './http.ts';
import { accessLists } from './lists.ts';

/** Gates: what devices scanned, who came in, and what gates have to know of tickets. */
export const accessModule: DomainModule = {
  name: 'access',
  controllers: [accessHttp],
  lists: accessLists,
  schedule: { 'access.book_left_facts': { everySeconds: 30, run: bookLeftFacts } },
  live: [
    { on: 'access.', tell: { topic: 'access' }, needs: 'festival.read' },
    { on: 'access.', tell: 'scan:updated', needs: 'access.read' },
  ],
};
