import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/pricing/contract';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import type { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import { sql } from 'kysely';
import { requireVat } from '../../festival/require-vat.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import { unknownTypes } from '../types/option-store.ts';
import { keepTypes } from '../types/removed-type-store.ts';
import { ticketTypes } from '../types/ticket-type-store.ts';

type Kept = Output<typeof contract.getPriceRules>;

/** The festival's rules of pricing; those of one that set none are plain. */
export async function readRules(tx: Tx): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select rules, version from price_rules where festival_id = current_festival()`.execute(tx);
  return rows[0] ?? { rules: plainRules, version: 0 };
}

export const getPriceRules = (
  ctx: Ctx,
  { params }: Input<typeof contract.getPriceRules>,
): Promise<Output<typeof contract.getPriceRules>> => look(ctx, params.festivalId, readRules);

/** Sets the rules as a whole, from the version that was seen. Baskets that are held keep their price. */
export function savePriceRules(
  ctx: Ctx,
  { params, body: { rules, version } }: Input<typeof contract.savePriceRules>,
): Promise<Output<typeof contract.savePriceRules>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await readRules(tx);
    if (before.version !== version) fail('general.conflict', { version: before.version });
    await requireKnown(tx, rules);
    for (const { id, vat } of rules.fees) {
      const known = before.rules.fees.find((fee) => fee.id === id)?.vat;
      await requireVat(tx, ctx, { rate: vat, ...(known === undefined ? {} : { before: known }) });
    }
    if (!(await write(tx, { rules, version }))) fail('general.conflict', { version: version + 1 });
    const after = { rules, version: version + 1 };
    await record(tx, ctx, {
      name: 'ticketing.prices_changed',
      subjectId: params.festivalId,
      before: before.rules,
      after: rules,
    });
    return after;
  });
}

/** False when somebody else wrote meanwhile. */
async function write(tx: Tx, { rules, version }: Kept): Promise<boolean> {
  const text = JSON.stringify(rules);
  const { rows } = await sql`
    insert into price_rules as r (festival_id, rules, version) select current_festival(), ${text}, 1 where ${version} = 0
    on conflict do nothing returning 1`.execute(tx);
  if (version === 0) return rows.length === 1;
  const changed = await sql`
    update price_rules set rules = ${text}, version = version + 1
    where festival_id = current_festival() and version = ${version} returning 1`.execute(tx);
  return changed.rows.length === 1;
}

async function requireKnown(tx: Tx, { bundles, fees, discounts }: PriceRules): Promise<void> {
  const named = [
    ...fees.flatMap(({ ticketTypeIds }) => ticketTypeIds),
    ...discounts.flatMap(({ ticketTypeIds }) => ticketTypeIds),
  ];
  const bundled = new Set(bundles.flatMap(({ parts }) => parts.map(({ ticketTypeId }) => ticketTypeId)));
  const kept = await keepTypes(tx, [...bundled]);
  const unknown = [...(await unknownTypes(tx, [...new Set(named)])), ...[...bundled].filter((id) => !kept.has(id))];
  if (unknown.length > 0) fail('ticketing.unknown_type', { ticketTypeIds: unknown });
  if (bundles.length === 0) return;
  const types = await ticketTypes(tx);
  for (const { parts } of bundles)
    for (const { ticketTypeId, variationId } of parts) {
      const kinds = types.find(({ id }) => id === ticketTypeId)?.variations ?? [];
      // A type of several kinds is sold as one of them; one without is sold as it is.
      const fits = kinds.length === 0 ? variationId === null : kinds.some(({ id }) => id === variationId);
      if (!fits) fail('ticketing.unknown_variation', { ticketTypeId, variationId });
    }
}
