import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/inventory-contract';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { given } from '../../platform/given.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import * as store from '../sale/quota-store.ts';

/** Quotas that several ticket types share. */
export const listSharedQuotas = (
  ctx: Ctx,
  { params }: Input<typeof contract.listSharedQuotas>,
): Promise<Output<typeof contract.listSharedQuotas>> => look(ctx, params.festivalId, store.sharedQuotas);

/** Adds a shared quota; what its types have sold and hold counts in it from the start. */
export function createSharedQuota(
  ctx: Ctx,
  { params, body: { name, capacity, ticketTypeIds } }: Input<typeof contract.createSharedQuota>,
): Promise<Output<typeof contract.createSharedQuota>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const counts = sumOf(await countsOf(tx, ticketTypeIds), ticketTypeIds);
    if (counts.sold + counts.held > capacity) fail('ticketing.quota_below_sold');
    const id = v7();
    await store.insertSharedQuota(tx, { id, name, capacity, counts });
    await store.drawOn(tx, id, { added: ticketTypeIds, taken: [] });
    const created = (await store.sharedQuota(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.quota_created', subjectId: id, after: told(created) });
    return created;
  });
}

/** Changes a shared quota that nobody changed meanwhile; it never falls below what is sold and held. */
export function updateSharedQuota(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateSharedQuota>,
): Promise<Output<typeof contract.updateSharedQuota>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const { before, counts } = await lockedAt(tx, params.quotaId, body.version, body.changes.ticketTypeIds ?? []);
    const { name, capacity, ticketTypeIds } = { ...before, ...given(body.changes) };
    const added = ticketTypeIds.filter((id) => !before.ticketTypeIds.includes(id));
    const taken = before.ticketTypeIds.filter((id) => !ticketTypeIds.includes(id));
    const [gained, lost] = [sumOf(counts, added), sumOf(counts, taken)];
    const more = { sold: gained.sold - lost.sold, held: gained.held - lost.held };
    if (before.sold + more.sold + before.held + more.held > capacity) fail('ticketing.quota_below_sold');
    await store.updateSharedQuota(tx, { id: before.id, name, capacity, more });
    await store.drawOn(tx, before.id, { added, taken });
    const after = (await store.sharedQuota(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, {
      name: 'ticketing.quota_changed',
      subjectId: before.id,
      before: told(before),
      after: told(after),
    });
    return after;
  });
}

/** Takes a shared quota away. */
export function deleteSharedQuota(
  ctx: Ctx,
  { params, query }: Input<typeof contract.deleteSharedQuota>,
): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const { before } = await lockedAt(tx, params.quotaId, query.version, []);
    await store.removeSharedQuota(tx, before.id);
    await record(tx, ctx, { name: 'ticketing.quota_removed', subjectId: before.id, before: told(before) });
  });
}

/** Brings a shared quota back; what its types have sold and hold by now counts in it. */
export function restoreSharedQuota(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreSharedQuota>,
): Promise<Output<typeof contract.restoreSharedQuota>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const { quotaId } = params;
    if (await store.sharedQuota(tx, quotaId)) fail('general.conflict');
    const typeIds = (await store.typesOfRemoved(tx, quotaId)) ?? fail('general.not_found');
    const counts = await countsOf(tx, typeIds);
    // Behind the locks: who brought it back meanwhile, or one of its types, was faster.
    if ((await store.typesOfRemoved(tx, quotaId))?.join() !== typeIds.join()) fail('general.conflict');
    if (!(await store.bringBackSharedQuota(tx, quotaId, sumOf(counts, typeIds)))) fail('ticketing.quota_below_sold');
    const after = (await store.sharedQuota(tx, quotaId)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.quota_restored', subjectId: quotaId, after: told(after) });
    return after;
  });
}

/** A quota as somebody saw it, behind the locks of its types and of those that are to join them. */
async function lockedAt(tx: Tx, id: string, version: number, joining: readonly string[]) {
  const seen = (await store.sharedQuota(tx, id)) ?? fail('general.not_found');
  const counts = await countsOf(tx, [...new Set([...seen.ticketTypeIds, ...joining])]);
  // Read again behind the locks: who waited for another editor sees what that one left.
  const before = (await store.sharedQuota(tx, id)) ?? fail('general.not_found');
  if (before.version !== version) fail('general.conflict', { version: before.version });
  return { before, counts };
}

async function countsOf(tx: Tx, typeIds: readonly string[]): Promise<Map<string, store.Count>> {
  const counts = await store.lockCounts(tx, typeIds);
  const unknown = typeIds.filter((id) => !counts.has(id));
  return unknown.length > 0 ? fail('ticketing.unknown_type', { ticketTypeIds: unknown }) : counts;
}

const sumOf = (counts: ReadonlyMap<string, store.Count>, typeIds: readonly string[]): store.Count =>
  typeIds.reduce(
    (sum, id) => ({ sold: sum.sold + (counts.get(id)?.sold ?? 0), held: sum.held + (counts.get(id)?.held ?? 0) }),
    { sold: 0, held: 0 },
  );

const told = ({ name, capacity, ticketTypeIds }: { name: string; capacity: number; ticketTypeIds: string[] }) => ({
  name,
  capacity,
  ticketTypeIds,
});
