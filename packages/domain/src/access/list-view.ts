/** How the list of gates is looked at. Pure. */
import { listView } from '../list-view.ts';

/** A gate in the reader's words. */
export interface GateRow {
  name: string;
  /** What its entrance is called; null where it stands at none, or at one without a name. */
  entrance: string | null;
}

export const gateList = listView({
  texts: ({ name, entrance }: GateRow) => [name, entrance ?? ''],
  sorts: { name: ({ name }) => name, entrance: ({ entrance }) => entrance },
  only: {},
});
