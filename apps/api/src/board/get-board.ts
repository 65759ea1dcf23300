import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/board/contract';
import type { SalesBoard } from '@festivals/domain/board/contract';
import * as rules from '@festivals/domain/board/rules';
import { addDays, dateIn, festivalDay, instantOf, instantOnDay } from '@festivals/domain/calendar';
import { may } from '@festivals/domain/identity/policy';
import { TicketTypeId } from '@festivals/domain/primitives';
import { admissions } from '../access/admission-store.ts';
import { find as findFestival, type FestivalView } from '../festival/store.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

const dayMs = 86_400_000;
const silentMs = 15 * 60_000;
const mostLatest = 6;

/** How the festival stands now, as far as the reader may see it. */
export function getBoard(
  ctx: Ctx,
  { params: { festivalId } }: Input<typeof contract.getBoard>,
): Promise<Output<typeof contract.getBoard>> {
  const person = personOf(ctx);
  const now = ctx.clock.now();
  return look(ctx, festivalId, async (tx) => {
    const festival = (await findFestival(tx)) ?? fail('general.not_found');
    const today = dateIn(now, festival.zone);
    const midnight = (days: number) => instantOf(addDays(today, days), '00:00', festival.zone);
    const { total, quarters } = await store.tallies(tx, festivalId, {
      since: midnight(-30),
      inQuartersSince: midnight(-1),
      zone: festival.zone,
    });
    const types = may(person, 'sales.read')
      ? await store.types(tx, festivalId, new Date(now.getTime() - 7 * dayMs))
      : null;
    const toLookAt = await store.toLookAt(tx, festivalId, {
      payments: new Date(now.getTime() - dayMs),
      devices: new Date(now.getTime() - silentMs),
    });
    const mayReadScans = may(person, 'access.read');
    const counted: rules.Counted = {
      ...festival,
      types,
      paymentsFailed: may(person, 'orders.read') ? toLookAt.paymentsFailed : null,
      moneyToLookAt: may(person, 'payments.read') ? toLookAt.moneyToLookAt : null,
      quarantined: mayReadScans ? toLookAt.quarantined : null,
      doubles: mayReadScans ? toLookAt.doubles : null,
      unconfirmed: may(person, 'programme.edit') ? toLookAt.unconfirmed : null,
      silentDevices: may(person, 'devices.read') ? toLookAt.silentDevices : null,
    };
    return {
      at: now.toISOString(),
      sales: types && salesOf({ festival, total, quarters, types, now }),
      entries: entriesOf({ festival, total, quarters, now }),
      concerns: rules.concerns(counted, today),
      latestOrders: may(person, 'orders.read') ? await store.latestOrders(tx, festivalId, mostLatest) : null,
      latestEntries: mayReadScans ? await latestEntries(tx, festivalId) : null,
    };
  });
}

interface Figures {
  festival: FestivalView;
  total: store.Total;
  quarters: rules.Quarter[];
  now: Date;
}

function salesOf({ festival, total, quarters, types, now }: Figures & { types: store.Type[] }): SalesBoard {
  const { zone, currency } = festival;
  const { admitted: _, ...sold } = total;
  const today = dateIn(now, zone);
  return {
    currency,
    total: sold,
    ...rules.soldSoFar(quarters, now, zone),
    hours: rules
      .hoursUntil(quarters, now)
      .map(({ at, orders, tickets, revenue }) => ({ at: at.toISOString(), orders, tickets, revenue })),
    days: rules.daysUntil(quarters, now, zone),
    types: types.map(({ onSaleUntil, ...type }) => {
      const closes = onSaleUntil === null ? festival.endsOn : dateIn(new Date(onSaleUntil), zone);
      const lastDay = closes < festival.endsOn ? closes : festival.endsOn;
      return {
        ...type,
        ticketTypeId: TicketTypeId.parse(type.ticketTypeId),
        soldOutOn: rules.soldOutOn(type, { today, lastDay }),
      };
    }),
  };
}

function entriesOf({ festival, total, quarters, now }: Figures) {
  const end = new Date(now.getTime() + silentMs);
  return {
    admitted: total.admitted,
    expected: total.tickets,
    today: rules.admittedBetween(quarters, dayBegan(now, festival), end),
    lastHour: rules.admittedBetween(quarters, new Date(now.getTime() - 3_600_000), end),
    hours: rules.hoursUntil(quarters, now).map(({ at, admitted }) => ({ at: at.toISOString(), admitted })),
  };
}

/** A festival's day begins when the night before it ends. */
function dayBegan(now: Date, { zone, cutOff }: FestivalView): Date {
  const time = `${String(cutOff).padStart(2, '0')}:00`;
  return instantOnDay(festivalDay(now, zone, cutOff), time, zone, cutOff);
}

async function latestEntries(tx: Tx, festivalId: string) {
  const latest = await admissions(tx, festivalId, {
    after: null,
    descending: true,
    conflicts: false,
    most: mostLatest,
  });
  return latest.map(({ id, ticketId, deviceName, at, primary }) => ({ id, ticketId, deviceName, at, primary }));
}
