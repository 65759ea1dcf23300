import type { DomainModule } from '../platform/domain-module.ts';
import { placesHttp } from './http.ts';

export const placesModule: DomainModule = {
  name: 'places',
  controllers: [placesHttp],
  live: [{ on: 'places.', tell: 'place:updated', needs: 'places.read' }],
};
