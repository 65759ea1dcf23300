import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/inventory-contract';
import { v7 } from 'uuid';
import { requireVat } from '../../festival/require-vat.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { given } from '../../platform/given.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import * as store from './option-store.ts';
import { counting } from '../pricing/counting.ts';

/** What may be added to a ticket, in the office's order. */
export const listTicketOptions = (
  ctx: Ctx,
  { params }: Input<typeof contract.listTicketOptions>,
): Promise<Output<typeof contract.listTicketOptions>> => look(ctx, params.festivalId, store.options);

/** Adds an option. */
export function createTicketOption(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createTicketOption>,
): Promise<Output<typeof contract.createTicketOption>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await requireTypes(tx, body.ticketTypeIds);
    await requireVat(tx, ctx, { rate: body.vat });
    const created = { id: v7(), ...body };
    await store.insertOption(tx, {
      ...created,
      quotaId: await counting(tx, null, body.capacity, { of: 'OPTION', id: created.id }),
    });
    await record(tx, ctx, { name: 'ticketing.option_created', subjectId: created.id, after: created });
    return { ...created, version: 1 };
  });
}

/** Changes an option that nobody changed meanwhile. */
export function updateTicketOption(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateTicketOption>,
): Promise<Output<typeof contract.updateTicketOption>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await optionAt(tx, params.optionId, body.version);
    await requireTypes(tx, body.changes.ticketTypeIds ?? []);
    await requireVat(tx, ctx, { rate: body.changes.vat, before: before.vat });
    const after = { ...before, ...given(body.changes), version: before.version + 1 };
    const limited = { of: 'OPTION', id: before.id } as const;
    const quotaId = await counting(tx, await store.quotaOfOption(tx, before.id), after.capacity, limited);
    await store.updateOption(tx, { ...after, quotaId });
    await record(tx, ctx, { name: 'ticketing.option_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes an option away. */
export function deleteTicketOption(
  ctx: Ctx,
  { params, query }: Input<typeof contract.deleteTicketOption>,
): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await optionAt(tx, params.optionId, query.version);
    await store.removeOption(tx, before.id);
    await record(tx, ctx, { name: 'ticketing.option_removed', subjectId: before.id, before });
  });
}

/** Brings an option back that was taken away. */
export function restoreTicketOption(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreTicketOption>,
): Promise<Output<typeof contract.restoreTicketOption>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (await store.lockOption(tx, params.optionId)) fail('general.conflict');
    if (!(await store.bringBackOption(tx, params.optionId))) fail('general.not_found');
    const after = (await store.lockOption(tx, params.optionId)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'ticketing.option_restored', subjectId: after.id, after });
    return after;
  });
}

async function optionAt(tx: Tx, id: string, version: number) {
  const option = (await store.lockOption(tx, id)) ?? fail('general.not_found');
  if (option.version !== version) fail('general.conflict', { version: option.version });
  return option;
}

async function requireTypes(tx: Tx, ids: readonly string[]): Promise<void> {
  const unknown = await store.unknownTypes(tx, ids);
  if (unknown.length > 0) fail('ticketing.unknown_type', { ticketTypeIds: unknown });
}
