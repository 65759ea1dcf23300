import type { FestivalId } from '@festivals/domain/primitives';
import { judgeAsked, type KeptAsked, type TicketPlace } from '@festivals/domain/ticketing/asked/judge-asked';
import { placesOf } from '@festivals/domain/ticketing/asked/place-attendees';
import type { Answer, AskedOfBuyers, Attendee, Place } from '@festivals/domain/ticketing/asked/schemas';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { detailsOf, type OrderDetails } from '../pricing/order-details.ts';
import { findBasket } from '../store.ts';
import { knownAsked, todayAt } from './known-asked.ts';

export interface Told {
  name: string;
  holders: readonly { lineNo: number; names: readonly string[] }[];
  attendees: readonly Attendee[];
  answers: readonly Answer[];
}

/** Whether an order has to be looked at: most festivals ask for nothing, and their orders cost nothing here. */
export const isJudged = (
  { names, questions, minors }: AskedOfBuyers,
  told: { attendees: readonly unknown[]; answers: readonly unknown[] },
): boolean =>
  names === 'REQUIRED' ||
  minors.length > 0 ||
  questions.some(({ at, active }) => active && at === 'CHECKOUT') ||
  told.attendees.length > 0 ||
  told.answers.length > 0;

/** What an order keeps of what its buyer told, judged by what the festival asks; fails with everything that is wrong with it. */
export async function detailsToPlace(
  ctx: Ctx,
  { festivalId, basketId, secretHash }: { festivalId: FestivalId; basketId: string; secretHash: Buffer },
  told: Told,
): Promise<OrderDetails | null> {
  const known = await knownAsked(ctx, festivalId);
  if (!known) return null;
  const { asked, version } = known;
  const answered = version === 0 ? {} : { asked: version };
  if (!isJudged(asked, told)) {
    const details = detailsOf(asked.names === 'NEVER' ? [] : told.holders);
    return details === null && version === 0 ? null : { ...details, ...answered };
  }
  const basket = await look(ctx, festivalId, (tx) => findBasket(tx, basketId, secretHash));
  // There is no such basket: that is for the deed itself to say.
  if (!basket) return version === 0 ? null : answered;
  const kept = judge(ctx, { ...known, places: placesOf(basket.lines), told });
  return { ...detailsOfKept(kept), ...answered };
}

export interface ToldAt {
  asked: AskedOfBuyers;
  startsOn: string;
  zone: string;
  places: readonly TicketPlace[];
  told: Told;
}

/** @throws `ticketing.answers_wrong` with each problem and its field */
export function judge(ctx: Ctx, { asked, startsOn, zone, places, told }: ToldAt): KeptAsked {
  const judged = judgeAsked({
    rules: asked,
    places,
    attendees: withHolders(places, told),
    answers: told.answers,
    buyer: told.name,
    startsOn,
    today: todayAt(ctx, { zone }),
  });
  return judged.ok ? judged.kept : fail('ticketing.answers_wrong', { problems: judged.problems });
}

const keyOf = ({ lineNo, nth }: Place) => `${lineNo}.${nth}`;

/** Those who come, named as the buyer named holders where they have no name of their own. */
function withHolders(places: readonly Place[], { holders, attendees }: Told): Attendee[] {
  const told = new Map(attendees.map((one) => [keyOf(one), one]));
  const here = places.flatMap(({ lineNo, nth }) => {
    const name = holders.find((one) => one.lineNo === lineNo)?.names[nth - 1];
    const person = told.get(keyOf({ lineNo, nth }));
    if (!person && name === undefined) return [];
    return [{ answers: [], lineNo, nth, ...(name !== undefined && { name }), ...person }];
  });
  const known = new Set(places.map(keyOf));
  return [...here, ...attendees.filter((one) => !known.has(keyOf(one)))];
}

/** What is kept, in the shape in which `place_orders` takes it. */
export function detailsOfKept({ names, answers, people }: KeptAsked): OrderDetails {
  const lines = [...Map.groupBy(names, ({ lineNo }) => lineNo)].map(([lineNo, named]) => {
    const last = Math.max(...named.map(({ nth }) => nth));
    const all = Array.from({ length: last }, (_, at) => ({
      name: named.find(({ nth }) => nth === at + 1)?.name ?? null,
    }));
    return [String(lineNo), all] as const;
  });
  // Whoever is told of, and whoever answers for a minor, is bound to one ticket.
  const known = new Map(people.map((one) => [keyOf(one), one]));
  const bound = [
    ...answers.flatMap(({ lineNo, nth }) => (lineNo === null || nth === null ? [] : [{ lineNo, nth }])),
    ...people.flatMap(({ guardian }) => (guardian?.place ? [guardian.place] : [])),
  ];
  for (const place of bound)
    if (!known.has(keyOf(place))) known.set(keyOf(place), { ...place, bornOn: null, minor: false, guardian: null });
  return {
    ...(lines.length > 0 && { attendees: Object.fromEntries(lines) }),
    ...(answers.length > 0 && { answers }),
    ...(known.size > 0 && { told: true, people: [...known.values()] }),
  };
}
