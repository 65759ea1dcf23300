import type { DraftArtist, ListedArtist } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { definedOf, type Some } from './edit-store.ts';

type Editable = Omit<DraftArtist, 'id' | 'slug' | 'picture' | 'version'>;

const listed = [
  'id',
  'name',
  'sort_name as sortName',
  'slug',
  'country',
  'genres',
  'billing',
  'announcement',
  'reveals_at as revealsAt',
  'version',
] as const;

const picture = sql<DraftArtist['picture']>`
  (select v.view from picture_view v where v.festival_id = artist.festival_id and v.id = artist.picture_id)`.as(
  'picture',
);

const views = (tx: Tx) =>
  tx
    .selectFrom('artist')
    .select([...listed, 'bio', 'links', 'rider', 'guest_quota as guestQuota'])
    .select(picture)
    // jsonb holds what the schema let in.
    .$castTo<DraftArtist>();

const inOrder = sql`coalesce(sort_name, name)`;

/** The artists without their long texts. */
export const listedArtists = (tx: Tx): Promise<ListedArtist[]> =>
  tx
    .selectFrom('artist')
    .select(listed)
    .select(picture)
    .orderBy('billing')
    .orderBy(inOrder)
    .orderBy('id')
    // The announcement is among those that its check lets in.
    .$castTo<ListedArtist>()
    .execute();

export const artists = (tx: Tx): Promise<DraftArtist[]> =>
  views(tx).orderBy('billing').orderBy(inOrder).orderBy('id').execute();

export const artist = (tx: Tx, id: string): Promise<DraftArtist | undefined> =>
  views(tx).where('id', '=', id).executeTakeFirst();

export const artistsOf = (tx: Tx, ids: readonly string[]): Promise<DraftArtist[]> =>
  views(tx).where('id', 'in', ids).orderBy('billing').orderBy(inOrder).orderBy('id').execute();

/** Which of these artists there are. */
export async function knownArtists(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('artist').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every address of the festival's artists. */
export async function slugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom('artist').select('slug').execute();
  return new Set(rows.map(({ slug }) => slug));
}

const columnsOf = ({ sortName, guestQuota, bio, links, revealsAt, ...columns }: Some<Editable>) => ({
  ...columns,
  sort_name: sortName,
  guest_quota: guestQuota,
  reveals_at: revealsAt,
  bio: bio && JSON.stringify(bio),
  links: links && JSON.stringify(links),
});

export async function insertArtist(
  tx: Tx,
  artist: Editable & { festivalId: string; id: string; slug: string },
): Promise<void> {
  const { festivalId, id, slug, name, billing, ...rest } = artist;
  await tx
    .insertInto('artist')
    .values({ festival_id: festivalId, id, slug, name, billing, ...definedOf(columnsOf(rest)) })
    .execute();
}

export const updateArtist = (tx: Tx, id: string, changes: Some<Editable>): Promise<void> =>
  updateArtists(tx, [id], changes);

/** Changes each of them alike, a version further. */
export async function updateArtists(tx: Tx, ids: readonly string[], changes: Some<Editable>): Promise<void> {
  await tx
    .updateTable('artist')
    .set((set) => ({ ...definedOf(columnsOf(changes)), version: set('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}

/** Whoever is looked at while a picture is chosen keeps their version: what else is said of them has not changed. */
export async function showPicture(tx: Tx, id: string, pictureId: string | null): Promise<void> {
  await tx.updateTable('artist').set({ picture_id: pictureId }).where('id', '=', id).execute();
}

export async function deleteArtist(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('artist').where('id', '=', id).execute();
}
