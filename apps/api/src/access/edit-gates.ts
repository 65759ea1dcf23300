import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/access/gate-contract';
import { v7 } from 'uuid';
import { isEntrance } from '../places/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { given } from '../platform/given.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './gate-store.ts';

/** The gates and where they stand. */
export const listGates = (
  ctx: Ctx,
  { params }: Input<typeof contract.listGates>,
): Promise<Output<typeof contract.listGates>> => look(ctx, params.festivalId, store.gates);

/** Adds a gate. */
export function createGate(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createGate>,
): Promise<Output<typeof contract.createGate>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await mustBeEntrance(tx, body.placeId);
    const after = { id: v7(), ...body, version: 1 };
    await store.insertGate(tx, after.id, body);
    await record(tx, ctx, { name: 'access.gate_created', subjectId: after.id, after });
    return after;
  });
}

/** Renames a gate or puts it elsewhere, where nobody changed it meanwhile. */
export function updateGate(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateGate>,
): Promise<Output<typeof contract.updateGate>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await gateAt(tx, params.gateId, body.version);
    const after = { ...before, ...given(body.changes), version: before.version + 1 };
    if (after.placeId !== before.placeId) await mustBeEntrance(tx, after.placeId);
    await store.updateGate(tx, before.id, after);
    await record(tx, ctx, { name: 'access.gate_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes a gate away. */
export function deleteGate(ctx: Ctx, { params, query }: Input<typeof contract.deleteGate>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await gateAt(tx, params.gateId, query.version);
    await store.removeGate(tx, before.id);
    await record(tx, ctx, { name: 'access.gate_removed', subjectId: before.id, before });
  });
}

/** Brings a gate back to where it stood. */
export function restoreGate(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreGate>,
): Promise<Output<typeof contract.restoreGate>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (await store.lockGate(tx, params.gateId)) fail('general.conflict');
    if (!(await store.bringBackGate(tx, params.gateId))) fail('general.not_found');
    const after = (await store.lockGate(tx, params.gateId)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'access.gate_restored', subjectId: after.id, after });
    return after;
  });
}

async function gateAt(tx: Tx, id: string, version: number) {
  const gate = (await store.lockGate(tx, id)) ?? fail('general.not_found');
  if (gate.version !== version) fail('general.conflict', { version: gate.version });
  return gate;
}

async function mustBeEntrance(tx: Tx, placeId: string | null): Promise<void> {
  if (placeId !== null && !(await isEntrance(tx, placeId))) fail('access.no_entrance', { placeId });
}
