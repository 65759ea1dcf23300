import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/access/gate-contract';
import { type GatePlan, gatesAsCsv, planGates } from '@festivals/domain/access/plan-gates';
import type { Table } from '@festivals/domain/csv';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { entrances } from '../places/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record, recordAll } from '../platform/record.ts';
import { receivedTable } from '../platform/table/received-table.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './gate-store.ts';

/** All gates as a file. */
export async function exportGates(
  ctx: Ctx,
  { params }: Input<typeof contract.exportGates>,
): Promise<Output<typeof contract.exportGates>> {
  const text = await look(ctx, params.festivalId, async (tx) => gatesAsCsv(await store.gates(tx), await entrances(tx)));
  return { body: Buffer.from(text), name: 'gates.csv' };
}

/** What a file would change. */
export async function previewGates(
  ctx: Ctx,
  { params, body }: Input<typeof contract.previewGates>,
): Promise<Output<typeof contract.previewGates>> {
  const table = await receivedTable(body);
  const plan = await look(ctx, params.festivalId, (tx) => planned(tx, table));
  return { hash: hashOf(plan), rows: plan.rows };
}

/** Writes what the preview showed: planned again behind a lock, and refused when the plan is another one by now. */
export async function importGates(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.importGates>,
): Promise<Output<typeof contract.importGates>> {
  const table = await receivedTable(body);
  return deed(ctx, params.festivalId, async (tx) => {
    await store.lockGates(tx);
    const plan = await planned(tx, table);
    if (hashOf(plan) !== query.hash) fail('access.gates_changed');
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line);
    if (refused.length > 0) fail('access.gates_refused', { lines: refused.slice(0, 100) });
    const written = plan.writes.map(({ before, after }) => ({
      before,
      after: { id: before?.id ?? v7(), ...after, version: (before?.version ?? 0) + 1 },
    }));
    await store.writeGates(
      tx,
      written.map(({ after }) => after),
    );
    await recordAll(
      tx,
      ctx,
      written.map(({ before, after }) =>
        before === null
          ? { name: 'access.gate_created', subjectId: after.id, after }
          : { name: 'access.gate_changed', subjectId: after.id, before, after },
      ),
    );
    const created = written.filter(({ before }) => before === null).length;
    const counts = { created, changed: written.length - created };
    await record(tx, ctx, { name: 'access.gates_imported', subjectId: params.festivalId, after: counts });
    return counts;
  });
}

async function planned(tx: Tx, table: Table): Promise<GatePlan> {
  const plan = planGates(table, { gates: await store.gates(tx), entrances: await entrances(tx) });
  return 'reason' in plan ? fail('access.gates_unreadable', { ...plan }) : plan;
}

// What was shown and what will be written, and from which versions.
const hashOf = (plan: GatePlan) => createHash('sha256').update(JSON.stringify(plan)).digest('hex');
