import { createReadStream } from 'node:fs';
import type { DemoPicture } from '@festivals/database/demo/pictures';
import { FestivalId } from '@festivals/domain/primitives';
import { showPictures } from '../festival/show-pictures.ts';
import { shownFor } from '../festival/shown-store.ts';
import { find as findFestival } from '../festival/store.ts';
import { updatePicture } from '../media/edit-picture.ts';
import { uploadPicture } from '../media/upload-picture.ts';
import type { Ctx } from '../platform/context.ts';
import type { JobPayload } from '../platform/domain-module.ts';
import { look } from '../platform/transaction.ts';
import { listedArtists } from './artist-store.ts';
import { showArtistPicture } from './show-artist-picture.ts';

/**
 * Gives the demo its pictures, by the very deeds by which people do. It follows the event that the seed alone writes, once: rows can be
 * seeded, files in a storage cannot. What somebody has chosen meanwhile stays.
 */
export async function showDemoPictures(ctx: Ctx, { festivalId }: JobPayload): Promise<void> {
  const params = { festivalId: FestivalId.parse(festivalId) };
  const query = undefined;
  const { slug, gallery, artists } = await look(ctx, params.festivalId, async (tx) => ({
    slug: (await findFestival(tx))?.slug,
    gallery: await shownFor(tx, 'GALLERY'),
    artists: await listedArtists(tx),
  }));
  if (slug !== 'solbrume') return;
  // No other process than one with a fresh demo reads them.
  const { solbrumePictures, demoPictureFile } = await import('@festivals/database/demo/pictures');
  const upload = async (picture: DemoPicture): Promise<string> => {
    const body = { type: 'image/webp', body: createReadStream(demoPictureFile(picture)) };
    const { id, alt, version } = await uploadPicture(ctx, { params, query: { name: `${picture.name}.webp` }, body });
    const changes = { alt: picture.alt };
    if (Object.keys(alt).length === 0)
      await updatePicture(ctx, { params: { ...params, pictureId: id }, query, body: { version, changes } });
    return id;
  };
  const now: string[] = [];
  for (const picture of solbrumePictures) {
    if (picture.artist === null) {
      if (gallery.length === 0) now.push(await upload(picture));
      continue;
    }
    const artist = artists.find((one) => one.slug === picture.artist);
    if (artist?.picture !== null) continue;
    const body = { was: null, now: await upload(picture) };
    await showArtistPicture(ctx, { params: { ...params, artistId: artist.id }, query, body });
  }
  if (now.length > 0) await showPictures(ctx, { params, query, body: { use: 'GALLERY', was: [], now } });
}
