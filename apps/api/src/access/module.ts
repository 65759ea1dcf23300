import { copiedTables } from '../festival/copied-tables.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { bookLeftFacts } from './book-left-facts.ts';
import { copiedAccess } from './copied.ts';
import { findGates } from './find-gates.ts';
import { accessHttp } from './http.ts';
import { accessLists } from './lists.ts';

copiedTables.push(...copiedAccess);

/** Gates: what devices scanned, who came in, and what gates have to know of tickets. */
export const accessModule: DomainModule = {
  name: 'access',
  controllers: [accessHttp],
  lists: accessLists,
  find: [findGates],
  history: [{ on: 'access.gate_', needs: 'access.edit' }],
  schedule: { 'access.book_left_facts': { everySeconds: 30, run: bookLeftFacts } },
  live: [
    { on: 'access.', tell: { topic: 'access' }, needs: 'festival.read' },
    { on: 'access.gate_', tell: 'gate:updated', needs: 'places.read' },
    { on: 'access.', tell: 'scan:updated', needs: 'access.read' },
  ],
};
