/** How the programme's lists are looked at. Pure. */
import { listView } from '../list-view.ts';
import { ArtistStanding, standingOf } from './announced.ts';
import { type DraftSlot, type DraftStage, type ListedArtist, type ProgrammeDraft, SlotStatus } from './contract.ts';
import { playersOf, setName } from './set-name.ts';

type Programme = Pick<ProgrammeDraft, 'artists' | 'slots' | 'stages'>;

/** An artist with their sets, the earliest first, and what everyone knows of them. */
export interface ArtistRow {
  artist: ListedArtist;
  sets: readonly DraftSlot[];
  standing: ArtistStanding;
}

export function artistRows({ artists, slots }: Pick<Programme, 'artists' | 'slots'>, now: Date): ArtistRow[] {
  const sets = slots.flatMap((slot) => playersOf(slot).map((artistId) => ({ artistId, slot })));
  const of = Map.groupBy(sets, ({ artistId }) => artistId);
  const known = new Map(artists.map((artist) => [artist.id, artist]));
  return artists.map((artist) => {
    const theirs = (of.get(artist.id) ?? []).map(({ slot }) => slot);
    return { artist, sets: theirs, standing: standingOf(artist, theirs, known, now) };
  });
}

const sortedName = ({ name, sortName }: ListedArtist) => sortName ?? name;
const digitOf = (text: string) => text.padStart(2, '0');

const isPublic = ({ standing }: ArtistRow) => standing === 'ANNOUNCED' || standing === 'BY_SETS';

export const artistList = listView({
  texts: ({ artist }: ArtistRow) => [artist.name, artist.sortName ?? '', ...artist.genres],
  sorts: {
    // Headliners first, and each line of the poster by name.
    billing: ({ artist }) => `${digitOf(String(artist.billing))} ${sortedName(artist)}`,
    name: ({ artist }) => sortedName(artist),
    genres: ({ artist }) => artist.genres[0] ?? null,
    plays: ({ sets }) => (sets[0] === undefined ? null : Date.parse(sets[0].startsAt)),
    standing: ({ standing }) => ArtistStanding.indexOf(standing),
  },
  only: {
    scheduled: ({ sets }) => sets.length > 0,
    unscheduled: ({ sets }) => sets.length === 0,
    headliners: ({ artist }) => artist.billing === 1,
    announced: isPublic,
    planned: (row) => !isPublic(row) && row.artist.revealsAt !== null,
    notAnnounced: (row) => !isPublic(row),
  },
});

/** A set with its names: the stage's, and what it is called; null while that is yet to be announced. */
export interface SetRow {
  set: DraftSlot;
  name: string | null;
  stage: string;
}

export function setRows({ artists, slots, stages }: Programme): SetRow[] {
  const artistNames = new Map(artists.map(({ id, name }) => [id, name]));
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]));
  return slots.map((set) => ({
    set,
    name: setName(set, (id) => artistNames.get(id)),
    stage: stageNames.get(set.stageId) ?? '',
  }));
}

/** Minutes from begin to end. */
export const minutesOf = ({ startsAt, endsAt }: DraftSlot): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

export const setList = listView({
  texts: ({ name, stage }: SetRow) => [name ?? '', stage],
  sorts: {
    starts: ({ set }) => Date.parse(set.startsAt),
    name: ({ name }) => name,
    stage: ({ stage }) => stage,
    minutes: ({ set }) => minutesOf(set),
    status: ({ set }) => SlotStatus.options.indexOf(set.status),
  },
  only: {
    PENDING: ({ set }) => set.status === 'PENDING',
    CONFIRMED: ({ set }) => set.status === 'CONFIRMED',
    CANCELLED: ({ set }) => set.status === 'CANCELLED',
    unannounced: ({ set }) => set.announcement !== 'OPEN',
  },
});

/** A stage with the number of its sets; their order is made by hand. */
export interface StageRow {
  stage: DraftStage;
  at: number;
  sets: number;
}

export function stageRows({ stages, slots }: Programme): StageRow[] {
  const sets = Map.groupBy(slots, ({ stageId }) => stageId);
  return stages.map((stage, at) => ({ stage, at, sets: sets.get(stage.id)?.length ?? 0 }));
}

export const stageList = listView({
  texts: ({ stage }: StageRow) => [stage.name],
  sorts: { order: ({ at }) => at, name: ({ stage }) => stage.name, sets: ({ sets }) => sets },
  only: { empty: ({ sets }) => sets === 0 },
});
