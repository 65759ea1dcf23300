import type { DraftSlot } from '@festivals/domain/programme/contract';
import { exportedSets, type ExportedProgramme } from '@festivals/domain/programme/export/exported-set';
import type { FestivalView } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/transaction.ts';
import { artists } from '../artist-store.ts';
import { slots } from '../slot-store.ts';
import { stages } from '../stage-store.ts';

/** The programme of the transaction's festival, ready to be written; of all its sets, what shall be told of each. */
export async function exportedProgramme(
  tx: Tx,
  ctx: Ctx,
  festival: FestivalView,
  told: (slot: DraftSlot) => DraftSlot | null,
): Promise<ExportedProgramme> {
  const programme = { stages: await stages(tx), artists: await artists(tx), slots: await slots(tx) };
  const wanted = { ...programme, slots: programme.slots.flatMap((slot) => told(slot) ?? []) };
  const { id, name, slug, zone, startsOn, endsOn, cutOff, languages, place } = festival;
  return {
    festival: {
      id,
      name,
      slug,
      zone,
      startsOn,
      endsOn,
      cutOff,
      languages,
      place: { name: place.name, city: place.city },
      url: `${ctx.resources.env.SITE_URL}/${slug}`,
    },
    stages: programme.stages.map((stage) => stage.name),
    sets: exportedSets(wanted, languages),
  };
}
