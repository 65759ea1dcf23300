import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/mass-refund-contract';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import * as store from './mass-refund-store.ts';
import { planOf } from './plan-mass-refund.ts';
import { ticketType } from '../types/ticket-type-store.ts';

/** What a mass refund would come to now. */
export const planMassRefund = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.planMassRefund>,
): Promise<Output<typeof contract.planMassRefund>> =>
  look(ctx, params.festivalId, async (tx) => {
    await requireType(tx, body.ticketTypeId);
    return planOf(tx, body);
  });

/** Begins a mass refund: writes down which orders it sees to. The worker does the rest, and goes on after any death. */
export function startMassRefund(
  ctx: Ctx,
  { params: { festivalId }, body }: Input<typeof contract.startMassRefund>,
): Promise<Output<typeof contract.startMassRefund>> {
  return deed(ctx, festivalId, async (tx) => {
    await requireType(tx, body.ticketTypeId);
    const { expected, ...terms } = body;
    const plan = await planOf(tx, terms);
    if (plan.orders === 0) fail('ticketing.nothing_to_refund');
    if (plan.orders !== expected.orders || plan.amount !== expected.amount)
      fail('ticketing.refund_plan_changed', { orders: plan.orders, amount: plan.amount });
    const id = v7();
    await store.insertMassRefund(tx, { ...terms, id, askedBy: actorId(ctx.caller) });
    await record(tx, ctx, {
      name: 'ticketing.mass_refund_started',
      subjectId: id,
      after: { ...terms, orders: plan.orders, amount: plan.amount },
    });
    return (await store.massRefund(tx, id)) ?? fail('general.internal');
  });
}

export const listMassRefunds = (
  ctx: Ctx,
  { params }: Input<typeof contract.listMassRefunds>,
): Promise<Output<typeof contract.listMassRefunds>> => look(ctx, params.festivalId, (tx) => store.massRefunds(tx));

/** From which states each deed leads where. */
const courses = {
  pause: { from: ['RUNNING'], to: 'PAUSED', event: 'ticketing.mass_refund_paused' },
  resume: { from: ['PAUSED'], to: 'RUNNING', event: 'ticketing.mass_refund_resumed' },
  stop: { from: ['RUNNING', 'PAUSED'], to: 'STOPPED', event: 'ticketing.mass_refund_stopped' },
  retry: { from: ['RUNNING', 'DONE', 'STOPPED'], to: null, event: 'ticketing.mass_refund_retried' },
} as const;

/** Pauses, resumes or stops a run, or has the provider asked again. Asked for twice, it is done once. */
export function steerMassRefund(
  ctx: Ctx,
  { params, body }: Input<typeof contract.steerMassRefund>,
): Promise<Output<typeof contract.steerMassRefund>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await lockedRefund(tx, params.massRefundId);
    const { from, to, event } = courses[body.deed];
    if (before.status === to) return before;
    if (!from.some((status) => status === before.status)) fail('ticketing.mass_refund_over', { status: before.status });
    if (to === null) await tryAgain(tx, before);
    else await store.moveTo(tx, before.id, to);
    const after = (await store.massRefund(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, {
      name: event,
      subjectId: before.id,
      before: { status: before.status },
      after: { status: after.status },
    });
    return after;
  });
}

/** What the provider refused is asked for again; what was in dispute and is no longer is seen to, by a run that was done as well. */
async function tryAgain(tx: Tx, { id, status }: store.MassRefundView): Promise<void> {
  await store.tryAgain(tx, id);
  if (status === 'STOPPED') return;
  if ((await store.takeUpSkipped(tx, id)) && status === 'DONE') await store.moveTo(tx, id, 'RUNNING');
}

async function lockedRefund(tx: Tx, id: string): Promise<store.MassRefundView> {
  await store.lockMassRefund(tx, id);
  return (await store.massRefund(tx, id)) ?? fail('general.not_found');
}

async function requireType(tx: Tx, ticketTypeId: string | null): Promise<void> {
  if (ticketTypeId !== null && !(await ticketType(tx, ticketTypeId))) fail('general.not_found');
}
