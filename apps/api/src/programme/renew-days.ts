import type { Ctx } from '../platform/context.ts';
import type { JobPayload } from '../platform/domain-module.ts';
import { record } from '../platform/record.ts';
import { step } from '../platform/transaction.ts';
import { FestivalId } from '@festivals/domain/primitives';
import { festivalDay } from '@festivals/domain/calendar';
import { find as findFestival } from '../festival/store.ts';
import * as store from './slot-store.ts';

/** When the hour at which a festival's day ends was changed, or its zone: puts every set on the day that it now belongs to. */
export async function renewDays(ctx: Ctx, { festivalId }: JobPayload): Promise<void> {
  await step(ctx, FestivalId.parse(festivalId), async (tx) => {
    const festival = await findFestival(tx);
    if (!festival) return;
    const moved = (await store.slots(tx)).flatMap(({ id, day, startsAt }) => {
      const now = festivalDay(new Date(startsAt), festival.zone, festival.cutOff);
      return now === day ? [] : [{ id, day: now }];
    });
    if (moved.length === 0) return;
    await store.putOnDays(tx, moved);
    await record(tx, ctx, {
      name: 'programme.slot_days_renewed',
      subjectId: festival.id,
      after: { sets: moved.length },
    });
  });
}
