import type { Input, Output } from '@festivals/contract';
import type { undoProgrammeImport as contract } from '@festivals/domain/programme/import/contract';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record, recordAll, type Deed } from '../../platform/record.ts';
import { deed } from '../../platform/transaction.ts';
import { artists } from '../artist-store.ts';
import { lockProgramme } from '../edit-store.ts';
import { slots } from '../slot-store.ts';
import { stages } from '../stage-store.ts';
import * as bulk from './bulk-store.ts';
import * as store from './import-store.ts';

/** Takes back what an import wrote, as long as nobody has worked on it since. Artists and stages in use meanwhile stay. */
export function undoProgrammeImport(ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const found = (await store.lockImport(tx, params.importId)) ?? fail('general.not_found');
    const undo = await store.undoOf(tx, found.id);
    if (found.status !== 'APPLIED' || !undo) fail('programme.import_not_ready', { status: found.status });
    const { createdIds, changed } = undo;
    const sets = await bulk.countTouched(tx, [
      ...createdIds.map((id) => ({ id, version: 1 })),
      ...changed.map(({ id, version }) => ({ id, version: version + 1 })),
    ]);
    if (sets > 0) fail('programme.import_touched', { sets });
    // What was there is told: without it nothing that is taken away here could be brought back by itself.
    const was = byId([...(await slots(tx)), ...(await artists(tx)), ...(await stages(tx))]);
    await bulk.deleteSlots(tx, createdIds);
    await bulk.updateSlots(tx, changed, { by: actorId(ctx.caller), at: ctx.clock.now() });
    const unused = await bulk.deleteUnused(tx, undo);
    await bulk.checkOverlaps(tx);
    await store.keepStatus(tx, found.id, 'UNDONE');
    const gone =
      (name: Deed['name']) =>
      (id: string): Deed => ({ name, subjectId: id, before: was.get(id) });
    await recordAll(tx, ctx, [
      ...createdIds.map(gone('programme.slot_deleted')),
      ...changed.map((slot): Deed => ({
        name: 'programme.slot_changed',
        subjectId: slot.id,
        before: was.get(slot.id),
        after: { ...slot, version: slot.version + 2 },
      })),
      ...unused.artistIds.map(gone('programme.artist_deleted')),
      ...unused.stageIds.map(gone('programme.stage_deleted')),
    ]);
    await record(tx, ctx, {
      name: 'programme.import_undone',
      subjectId: found.id,
      after: { sets: createdIds.length + changed.length },
    });
    return (await store.findImport(tx, found.id)) ?? fail('general.internal');
  });
}

const byId = (all: readonly { id: string }[]) => new Map<string, object>(all.map((one) => [one.id, one]));
