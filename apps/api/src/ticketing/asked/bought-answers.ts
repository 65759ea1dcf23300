import type { Input } from '@festivals/contract';
import { placeAttendees, placesOf } from '@festivals/domain/ticketing/asked/place-attendees';
import type { Attendee } from '@festivals/domain/ticketing/asked/schemas';
import type * as contract from '@festivals/domain/ticketing/buy-contract';
import type { Ctx } from '../../platform/context.ts';
import { fail, Fault } from '../../platform/fault.ts';
import * as hot from '../sale/hot-functions.ts';
import { lineView } from '../pricing/line-view.ts';
import { priceWishes } from '../pricing/price-wishes.ts';
import { isJudged, judge } from './details-to-place.ts';
import { knownAsked } from './known-asked.ts';

type Body = Input<typeof contract.buyTickets>['body'];

/** Wrong answers are refused before anything is held: nobody's places wait for a call that cannot succeed. */
export async function requireAnswers(ctx: Ctx, placing: Ctx, body: Body): Promise<void> {
  const known = await knownAsked(ctx, body.festivalId);
  if (!known || !isJudged(known.asked, body)) return;
  const { order } = await priceWishes(ctx, body.festivalId, body.wishes);
  const lines = order.lines.map(lineView);
  try {
    const told = { name: body.name, holders: [], answers: body.answers, attendees: attendeesOf(lines, body) };
    judge(ctx, { ...known, places: placesOf(lines), told });
  } catch (error) {
    // Repeated after its order was placed, it goes on, whatever is asked by now.
    if (!(error instanceof Fault) || (await hot.keptAnswer(placing)) === null) throw error;
  }
}

/** Who comes with which ticket of a basket. */
export const attendeesOf = (lines: Parameters<typeof placesOf>[0], { attendees }: Body): Attendee[] =>
  placeAttendees(placesOf(lines), attendees) ??
  fail('ticketing.answers_wrong', { problems: [{ lineNo: null, nth: null, field: 'name', code: 'unknown_place' }] });
