/** How the list of places is looked at. Pure. */
import { listView } from '../list-view.ts';
import type { DraftPlace } from './contract.ts';
import { PlaceKind } from './place-kind.ts';

/** A place in the reader's words. */
export interface PlaceRow {
  place: DraftPlace;
  name: string;
  kind: string;
}

/** Left are the places of one kind, by the kind's name. */
const byKind = Object.fromEntries(
  PlaceKind.options.map((kind) => [kind, ({ place }: PlaceRow) => place.kind === kind]),
);

export const placeList = listView({
  texts: ({ place, kind }: PlaceRow) => [kind, ...Object.values(place.name)],
  sorts: {
    kind: ({ kind, name }) => `${kind}\n${name}`,
    name: ({ name }) => name || null,
    capacity: ({ place }) => place.capacity,
  },
  only: byKind,
});
