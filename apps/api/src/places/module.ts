import type { DomainModule } from '../platform/domain-module.ts';
import { findPlaces } from './find-places.ts';
import { placesHttp } from './http.ts';

export const placesModule: DomainModule = {
  name: 'places',
  controllers: [placesHttp],
  find: [findPlaces],
  live: [{ on: 'places.', tell: 'place:updated', needs: 'places.read' }],
};
