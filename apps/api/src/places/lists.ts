import { placeList, type PlaceRow } from '@festivals/domain/places/list-view';
import { localised } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import { type Listed, wholeList } from '../platform/table/listed.ts';
import * as store from './store.ts';

type Row = PlaceRow & { layer: string };

/** The places of the map in words. Their outlines go out as GeoJSON, from the map itself. */
export const placesLists: readonly Listed[] = [
  wholeList<Row>({
    name: 'places',
    needs: 'places.read',
    view: () => placeList,
    read: async (tx, language) => {
      const layers = new Map((await store.layers(tx)).map(({ id, name }) => [id, localised(name, language)]));
      return (await store.list(tx)).map((place) => ({
        place,
        name: localised(place.name, language),
        kind: office[language].placeKind[place.kind],
        layer: layers.get(place.layerId ?? '') ?? '',
      }));
    },
    columns: (language) => {
      const { map: t } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: t.kind, kind: 'text', value: ({ kind }) => kind },
        { heading: t.capacity, kind: 'number', value: ({ place }) => place.capacity },
        { heading: t.layer, kind: 'text', value: ({ layer }) => layer },
        { heading: t.note, kind: 'text', value: ({ place }) => localised(place.note, language) },
      ];
    },
  }),
];
