import type { FestivalId } from '@festivals/domain/primitives';
import { askedAtDesk } from '@festivals/domain/ticketing/asked/asked-at-desk';
import { judgeAsked } from '@festivals/domain/ticketing/asked/judge-asked';
import { placesOf } from '@festivals/domain/ticketing/asked/place-attendees';
import type { Answer, Attendee } from '@festivals/domain/ticketing/asked/schemas';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { detailsOfKept } from '../asked/details-to-place.ts';
import { readAsked, todayAt } from '../asked/known-asked.ts';
import type { OrderDetails } from '../pricing/order-details.ts';

interface Told {
  name: string;
  attendees: readonly Attendee[];
  answers: readonly Answer[];
}

/** What an order keeps of what was told at the desk; null where nothing was. Fails with everything that is wrong with it. */
export async function detailsAtDesk(
  ctx: Ctx,
  festivalId: FestivalId,
  lines: Parameters<typeof placesOf>[0],
  { name, attendees, answers }: Told,
): Promise<OrderDetails | null> {
  if (attendees.length === 0 && answers.length === 0) return null;
  const { asked, startsOn, zone } = (await readAsked(ctx, festivalId)) ?? fail('general.not_found');
  const judged = judgeAsked({
    rules: askedAtDesk(asked),
    places: placesOf(lines),
    attendees,
    answers,
    buyer: name,
    startsOn,
    today: todayAt(ctx, { zone }),
    agesAtWill: true,
  });
  return judged.ok ? detailsOfKept(judged.kept) : fail('ticketing.answers_wrong', { problems: judged.problems });
}
