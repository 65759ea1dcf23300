import type { Input, Output } from '@festivals/contract';
import type { showArtistPicture as contract } from '@festivals/domain/programme/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as store from './artist-store.ts';
import { lockProgramme } from './edit-store.ts';

/** Chooses an artist's picture, unless somebody else has chosen another one meanwhile. */
export const showArtistPicture = (
  ctx: Ctx,
  { params, body }: Input<typeof contract>,
): Promise<Output<typeof contract>> =>
  deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = (await store.artist(tx, params.artistId)) ?? fail('general.not_found');
    const pictureId = before.picture?.id ?? null;
    if (pictureId !== body.was) fail('general.conflict', { now: pictureId });
    await store.showPicture(tx, before.id, body.now);
    await record(tx, ctx, {
      name: 'programme.artist_changed',
      subjectId: before.id,
      before: { pictureId },
      after: { pictureId: body.now },
    });
    return (await store.artist(tx, before.id)) ?? fail('general.internal');
  });
