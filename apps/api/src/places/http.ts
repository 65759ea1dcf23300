import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { listPlaces } from './list-places.ts';

export const placesHttp = controller('places', api.places, { listPlaces });
