import {
  type ArtistRow,
  artistList,
  artistRows,
  minutesOf,
  setList,
  type SetRow,
  setRows,
  stageList,
  type StageRow,
  stageRows,
} from '@festivals/domain/programme/list-views';
import { office } from '@festivals/messages/office';
import { type Listed, wholeList } from '../platform/table/listed.ts';
import type { Tx } from '../platform/transaction.ts';
import { listedArtists } from './artist-store.ts';
import { slots } from './slot-store.ts';
import { stages } from './stage-store.ts';

const programme = async (tx: Tx) => ({
  stages: await stages(tx),
  artists: await listedArtists(tx),
  slots: await slots(tx),
});

const billing = ['headliner', 'second', 'third', 'everyone'] as const;

/** What the artists are paid is in none of these: that is told to fewer people. */
export const programmeLists: readonly Listed[] = [
  wholeList<ArtistRow>({
    name: 'artists',
    needs: 'programme.read',
    view: () => artistList,
    read: async (tx, _language, now) => artistRows(await programme(tx), now),
    columns: (language) => {
      const { programme: t, programmeEdit: words, timetable, announcing } = office[language];
      return [
        { heading: t.artist, kind: 'text', value: ({ artist }) => artist.name },
        { heading: t.billing, kind: 'text', value: ({ artist }) => t[billing[artist.billing - 1] ?? 'everyone'] },
        { heading: words.country, kind: 'text', value: ({ artist }) => artist.country },
        { heading: t.genres, kind: 'text', value: ({ artist }) => artist.genres.join(', ') },
        { heading: timetable.sortName, kind: 'text', value: ({ artist }) => artist.sortName },
        { heading: announcing.title, kind: 'text', value: ({ standing }) => announcing.standing[standing] },
        { heading: announcing.from, kind: 'moment', value: ({ artist }) => artist.revealsAt },
        { heading: words.setCount, kind: 'number', value: ({ sets }) => sets.length },
        { heading: t.plays, kind: 'moment', value: ({ sets }) => sets[0]?.startsAt ?? null },
      ];
    },
  }),
  wholeList<SetRow>({
    name: 'sets',
    needs: 'programme.read',
    view: () => setList,
    read: async (tx) => setRows(await programme(tx)),
    columns: (language) => {
      const { programmeEdit: t, setsList: words } = office[language];
      return [
        { heading: words.day, kind: 'text', value: ({ set }) => set.day },
        { heading: t.startsAt, kind: 'moment', value: ({ set }) => set.startsAt },
        { heading: t.endsAt, kind: 'moment', value: ({ set }) => set.endsAt },
        { heading: words.minutes, kind: 'number', value: ({ set }) => minutesOf(set) },
        { heading: t.stage, kind: 'text', value: ({ stage }) => stage },
        { heading: words.set, kind: 'text', value: ({ name }) => name },
        { heading: t.setTitle, kind: 'text', value: ({ set }) => set.title },
        { heading: t.statusLabel, kind: 'text', value: ({ set }) => t.status[set.status] },
      ];
    },
  }),
  wholeList<StageRow>({
    name: 'stages',
    needs: 'programme.read',
    view: () => stageList,
    read: async (tx) => stageRows(await programme(tx)),
    columns: (language) => {
      const { programmeEdit: t } = office[language];
      return [
        { heading: t.stage, kind: 'text', value: ({ stage }) => stage.name },
        { heading: t.setCount, kind: 'number', value: ({ sets }) => sets },
      ];
    },
  }),
];
