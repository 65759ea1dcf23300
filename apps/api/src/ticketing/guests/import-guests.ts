import { createHash } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type { Table } from '@festivals/domain/csv';
import type * as contract from '@festivals/domain/ticketing/guests/contract';
import { type GuestPlan, planGuests } from '@festivals/domain/ticketing/guests/plan-guests';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { receivedTable } from '../../platform/table/received-table.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import * as store from './guest-store.ts';
import { requireRoom } from './guests.ts';
import { listToFill, listToSee } from './may-fill.ts';

/** What lines of guests would add. */
export async function previewGuests(
  ctx: Ctx,
  { params, body }: Input<typeof contract.previewGuests>,
): Promise<Output<typeof contract.previewGuests>> {
  const table = await receivedTable(body);
  const plan = await look(ctx, params.festivalId, async (tx) => {
    await listToSee(tx, ctx, params.guestListId);
    return planned(tx, params.guestListId, table);
  });
  return { hash: hashOf(plan), rows: plan.rows };
}

/** Adds what the preview showed; all of it, or nothing. */
export async function importGuests(
  ctx: Ctx,
  { params: { festivalId, guestListId }, query, body }: Input<typeof contract.importGuests>,
): Promise<Output<typeof contract.importGuests>> {
  const table = await receivedTable(body);
  return deed(ctx, festivalId, async (tx) => {
    await listToFill(tx, ctx, guestListId);
    const plan = await planned(tx, guestListId, table);
    if (hashOf(plan) !== query.hash) fail('ticketing.guests_changed');
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line);
    if (refused.length > 0) fail('ticketing.guests_refused', { lines: refused.slice(0, 100) });
    await requireRoom(tx, guestListId, plan.writes.length);
    await store.insertGuests(tx, guestListId, ctx.request.language, plan.writes);
    const after = { added: plan.writes.length };
    await record(tx, ctx, { name: 'ticketing.guests_imported', subjectId: guestListId, after });
    return after;
  });
}

async function planned(tx: Tx, listId: string, table: Table): Promise<GuestPlan> {
  const plan = planGuests(table, await store.guests(tx, { listId }));
  return 'reason' in plan ? fail('ticketing.guests_unreadable', { ...plan }) : plan;
}

const hashOf = ({ rows, writes }: GuestPlan) =>
  createHash('sha256')
    .update(JSON.stringify([rows, writes]))
    .digest('hex');
