import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { bundlesWith, limitsAreReversed, windowIsReversed } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import { requireVat } from '../../festival/require-vat.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { given } from '../../platform/given.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import { counting } from '../pricing/counting.ts';
import { readRules } from '../pricing/price-rules.ts';
import { lockCounts } from '../sale/quota-store.ts';
import * as removed from './removed-type-store.ts';
import * as store from './ticket-type-store.ts';

/** Ticket types in the order of the shop. */
export const listTicketTypes = (
  ctx: Ctx,
  { params }: Input<typeof contract.listTicketTypes>,
): Promise<Output<typeof contract.listTicketTypes>> => look(ctx, params.festivalId, store.ticketTypes);

/** Adds a ticket type with a quota of its own. */
export function createTicketType(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createTicketType>,
): Promise<Output<typeof contract.createTicketType>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const { capacity, tiers, variations, ...type } = body;
    await requireVat(tx, ctx, { rate: type.vat });
    const id = v7();
    const quotaId = v7();
    await store.insertQuota(tx, { festivalId: params.festivalId, id: quotaId, capacity });
    const parts = {
      tiers: await counted(tx, 'STEP', tiers, []),
      variations: await counted(tx, 'VARIATION', variations, []),
    };
    await store.insertTicketType(tx, { festivalId: params.festivalId, id, quotaId, ...type, ...parts });
    const created = await store.ticketType(tx, id);
    if (!created) fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.type_created', subjectId: id, after: created });
    return created;
  });
}

/** Changes a ticket type that nobody changed meanwhile; the quota never falls below what is sold and held. */
export function updateTicketType(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateTicketType>,
): Promise<Output<typeof contract.updateTicketType>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await typeAt(tx, params.ticketTypeId, body.version);
    const { capacity, tiers, variations, ...changes } = body.changes;
    // What was not changed may contradict what was.
    const whole = { ...before, ...given(changes) };
    if (windowIsReversed(whole)) fail('ticketing.sale_window_reversed');
    await requireVat(tx, ctx, { rate: changes.vat, before: before.vat });
    if (limitsAreReversed(whole)) fail('ticketing.order_limits_reversed');
    if (capacity !== undefined && !(await store.resizeQuota(tx, before.quota.id, capacity)))
      fail('ticketing.quota_below_sold');
    const known = await store.countedParts(tx, before.id);
    await store.updateTicketType(tx, before.id, {
      ...changes,
      ...(tiers && { tiers: await counted(tx, 'STEP', tiers, known.tiers) }),
      ...(variations && { variations: await counted(tx, 'VARIATION', variations, known.variations) }),
    });
    const after = await store.ticketType(tx, before.id);
    if (!after) fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.type_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes a type away of which nothing was ever held or sold, and that nothing gives: no guest list and no bundle. */
export function deleteTicketType(ctx: Ctx, { params, query }: Input<typeof contract.deleteTicketType>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await typeAt(tx, params.ticketTypeId, query.version);
    if (!(await removed.closeQuota(tx, before))) fail('ticketing.type_sold');
    const lists = await removed.guestListsOf(tx, before.id);
    if (lists.length > 0) fail('ticketing.type_on_guest_list', { lists });
    const bundles = bundlesWith((await readRules(tx)).rules, before.id);
    if (bundles.length > 0) fail('ticketing.type_in_bundle', { bundles: bundles.map(({ name }) => name) });
    await removed.removeTicketType(tx, before);
    await record(tx, ctx, { name: 'ticketing.type_removed', subjectId: before.id, before });
  });
}

/** Brings a type back that was taken away, with as many places as it had. */
export function restoreTicketType(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreTicketType>,
): Promise<Output<typeof contract.restoreTicketType>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (await store.lockTicketType(tx, params.ticketTypeId)) fail('general.conflict');
    // A shared quota that comes back at this moment counts the type from its first sale on.
    await lockCounts(tx, []);
    if (!(await removed.bringBackTicketType(tx, params.ticketTypeId))) fail('general.not_found');
    const after = (await store.ticketType(tx, params.ticketTypeId)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.type_restored', subjectId: after.id, after });
    return after;
  });
}

async function typeAt(tx: Tx, id: string, version: number) {
  const type = (await store.lockTicketType(tx, id)) ?? fail('general.not_found');
  if (type.version !== version) fail('general.conflict', { version: type.version });
  return type;
}

/** Steps or variations, each with the quota that counts it, where it is counted. */
async function counted<Part extends { id: string; capacity: number | null }>(
  tx: Tx,
  of: 'STEP' | 'VARIATION',
  parts: readonly Part[],
  known: readonly { id: string; quotaId: string | null }[],
): Promise<(Part & { quotaId: string | null })[]> {
  const made: (Part & { quotaId: string | null })[] = [];
  for (const part of parts) {
    const before = known.find(({ id }) => id === part.id)?.quotaId ?? null;
    made.push({ ...part, quotaId: await counting(tx, before, part.capacity, { of, id: part.id }) });
  }
  return made;
}
