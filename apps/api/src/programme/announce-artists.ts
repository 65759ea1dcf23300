import type { Input, Output } from '@festivals/contract';
import type { announceArtists as contract } from '@festivals/domain/programme/announce-contract';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as store from './artist-store.ts';
import { current } from './current.ts';
import { lockProgramme } from './edit-store.ts';

/** Says of many artists at once how everyone comes to know of them: of all, or of none where somebody changed one meanwhile. */
export function announceArtists(ctx: Ctx, { params, body }: Input<typeof contract>): Promise<Output<typeof contract>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const ids = body.artists.map(({ artistId }) => artistId);
    const before = new Map((await store.artistsOf(tx, ids)).map((artist) => [artist.id, artist]));
    for (const { artistId, version } of body.artists) current(before.get(artistId), version);
    const { announcement, revealsAt } = body;
    await store.updateArtists(tx, ids, { announcement, revealsAt });
    const after = await store.artistsOf(tx, ids);
    for (const artist of after) {
      const deedOf = { subjectId: artist.id, before: before.get(artist.id), after: artist };
      await record(tx, ctx, { name: 'programme.artist_changed', ...deedOf });
    }
    return after.map(({ bio: _bio, links: _links, rider: _rider, guestQuota: _guests, ...listed }) => listed);
  });
}
