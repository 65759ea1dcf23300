import type { Input, Output } from '@festivals/contract';
import type { FestivalStatus } from '@festivals/domain/festival/contract';
import { isPublic } from '@festivals/domain/festival/rules';
import type { Currency } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/contract';
import { availability } from '@festivals/domain/ticketing/rules';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import { options } from './option-store.ts';
import { offerFacts } from './quota-store.ts';
import { ticketTypes } from './ticket-type-store.ts';

/** What the shop shows: every type with its price and, in words, what is left of it. */
export function listOffers(
  ctx: Ctx,
  { params }: Input<typeof contract.listOffers>,
): Promise<Output<typeof contract.listOffers>> {
  return look(ctx, params.festivalId, async (tx) => {
    const { rows } = await sql<{ status: FestivalStatus; currency: Currency }>`
      select status, currency from festival_sale_state()`.execute(tx);
    const festival = rows[0];
    if (!festival || !isPublic(festival.status)) fail('general.not_found');
    const types = await ticketTypes(tx);
    const facts = await offerFacts(tx);
    const extras = await options(tx);
    const shown = types.filter(({ hidden }) => !hidden);
    return shown.map(
      ({ quota, hidden: _hidden, version: _version, order: _order, disclosure, fewLeftBelow, ...type }) => {
        const { group = null, free = null } = facts.get(type.id) ?? {};
        const left = Math.min(quota.capacity - quota.sold - quota.held, free ?? Number.POSITIVE_INFINITY);
        return {
          ...type,
          group,
          currency: festival.currency,
          ...availability({ ...type, disclosure, fewLeftBelow }, left, festival.status, ctx.clock.now()),
          options: extras
            .filter(({ ticketTypeIds }) => ticketTypeIds.length === 0 || ticketTypeIds.includes(type.id))
            .map(({ id, name, price }) => ({ id, name, price })),
        };
      },
    );
  });
}
