import type { DraftArtist } from '@festivals/domain/programme/contract';
import type { Tx } from '../platform/transaction.ts';
import { definedOf, type Some } from './edit-store.ts';

type Editable = Omit<DraftArtist, 'id' | 'slug' | 'version'>;

const views = (tx: Tx) =>
  tx
    .selectFrom('artist')
    .select(['id', 'name', 'slug', 'country', 'genres', 'bio', 'links', 'billing', 'version'])
    // jsonb holds what the schema let in.
    .$castTo<DraftArtist>();

export const artists = (tx: Tx): Promise<DraftArtist[]> =>
  views(tx).orderBy('billing').orderBy('name').orderBy('id').execute();

export const artist = (tx: Tx, id: string): Promise<DraftArtist | undefined> =>
  views(tx).where('id', '=', id).executeTakeFirst();

/** Every address of the festival's artists. */
export async function slugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom('artist').select('slug').execute();
  return new Set(rows.map(({ slug }) => slug));
}

export async function insertArtist(
  tx: Tx,
  artist: Editable & { festivalId: string; id: string; slug: string },
): Promise<void> {
  const { festivalId, id, slug, bio, ...columns } = artist;
  await tx
    .insertInto('artist')
    .values({ festival_id: festivalId, id, slug, ...columns, bio: JSON.stringify(bio) })
    .execute();
}

export async function updateArtist(tx: Tx, id: string, changes: Some<Editable>): Promise<void> {
  const { bio, ...columns } = changes;
  await tx
    .updateTable('artist')
    .set((set) => ({
      ...definedOf({ ...columns, bio: bio && JSON.stringify(bio) }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function deleteArtist(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('artist').where('id', '=', id).execute();
}
