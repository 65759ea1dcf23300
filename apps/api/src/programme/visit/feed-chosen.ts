import type { Input, Output } from '@festivals/contract';
import { isPublic } from '@festivals/domain/festival/rules';
import { inFestival } from '@festivals/domain/programme/announced';
import { icalendar } from '@festivals/domain/programme/export/icalendar';
import { readChoice } from '@festivals/domain/programme/visit/choice';
import type * as contract from '@festivals/domain/programme/visit/contract';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { exportedProgramme } from '../export/exported-programme.ts';
import { etagOf } from '../export/feed-programme.ts';
import { readLineUp } from '../store.ts';

const maxAgeSeconds = 300;

/** The sets of a choice as a calendar. What is cancelled is in it and says so: left out, it would stay in calendars for ever. */
export const feedChosenIcs = (
  ctx: Ctx,
  { params, query }: Input<typeof contract.feedChosenIcs>,
): Promise<Output<typeof contract.feedChosenIcs>> =>
  look(ctx, params.festivalId, async (tx) => {
    const festival = await findFestival(tx);
    const isChosen = readChoice(query.sets);
    if (!festival || !isPublic(festival) || !isChosen) fail('general.not_found');
    const { slots } = await readLineUp(tx, ctx.clock.now());
    const told = new Map(slots.filter(({ id }) => isChosen(id)).map((slot) => [slot.id, slot]));
    const programme = await exportedProgramme(tx, ctx, festival, (slot) => {
      const shown = told.get(slot.id);
      // Of a set that is to be announced everyone knows when and where, and no more.
      if (!shown) return null;
      const { artistId, withArtistIds = [], title = null } = shown;
      return inFestival({ ...slot, artistId, withArtistIds, title }, festival);
    });
    return {
      body: Buffer.from(icalendar(programme, ctx.clock.now())),
      name: `${festival.slug}-my-programme.ics`,
      etag: etagOf(programme),
      maxAgeSeconds,
    };
  });
