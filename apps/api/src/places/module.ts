import { copiedTables } from '../festival/copied-tables.ts';
import { adviceChecks } from '../festival/readiness.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { findPlaces } from './find-places.ts';
import { copiedPlaces } from './copied.ts';
import { placesHttp } from './http.ts';
import { hasMap } from './readiness.ts';
import { placesLists } from './lists.ts';

copiedTables.push(...copiedPlaces);
adviceChecks.push(hasMap);

export const placesModule: DomainModule = {
  name: 'places',
  controllers: [placesHttp],
  lists: placesLists,
  history: [{ on: 'places.', needs: 'places.edit' }],
  find: [findPlaces],
  shown: ['places.'],
  live: [{ on: 'places.', tell: 'place:updated', needs: 'places.read' }],
};
