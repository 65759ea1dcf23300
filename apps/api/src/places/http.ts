import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { createLayer, deleteLayer, restoreLayer, updateLayer } from './edit-layer.ts';
import { applyPlacesImport, exportPlaces, previewPlacesImport } from './import-places.ts';
import { getMap, listPlaces } from './list-places.ts';
import { createPlace, deletePlace, restorePlace, savePlaces, updatePlace } from './save-places.ts';

export const placesHttp = controller('places', api.places, {
  listPlaces,
  getMap,
  createPlace,
  updatePlace,
  deletePlace,
  restorePlace,
  savePlaces,
  createLayer,
  updateLayer,
  deleteLayer,
  restoreLayer,
  exportPlaces,
  previewPlacesImport,
  applyPlacesImport,
});
