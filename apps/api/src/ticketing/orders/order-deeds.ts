import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/order-deeds-contract';
import { v7 } from 'uuid';
import { type Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed, look } from '../../platform/transaction.ts';
import { hasMail } from './has-mail.ts';
import * as store from './order-deed-store.ts';
import { withCodes } from './order-view.ts';
import { findOrder } from '../store.ts';

/** Everything that happened to an order, and what the team noted about it. */
export const getOrderStory = (
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.getOrderStory>,
): Promise<Output<typeof contract.getOrderStory>> =>
  look(ctx, festivalId, async (tx) => {
    if (!(await findOrder(tx, orderId))) fail('general.not_found');
    return { moments: await store.moments(tx, orderId), notes: await store.notes(tx, { orderId }) };
  });

/** Notes something about an order. What it says stays in the note: the log tells that there is one. */
export const addOrderNote = (
  ctx: Ctx,
  { params: { festivalId, orderId }, body }: Input<typeof contract.addOrderNote>,
): Promise<Output<typeof contract.addOrderNote>> =>
  deed(ctx, festivalId, async (tx) => {
    if (!(await findOrder(tx, orderId))) fail('general.not_found');
    const id = v7();
    await store.insertNote(tx, { ...body, id, orderId, writtenBy: actorId(ctx.caller) });
    await record(tx, ctx, { name: 'ticketing.order_noted', subjectId: orderId, after: { note: id } });
    const [note] = await store.notes(tx, { orderId, id });
    return note ?? fail('general.internal');
  });

export const pinOrderNote = (
  ctx: Ctx,
  { params: { festivalId, orderId, noteId }, body }: Input<typeof contract.pinOrderNote>,
): Promise<Output<typeof contract.pinOrderNote>> =>
  deed(ctx, festivalId, async (tx) => {
    const [before] = await store.notes(tx, { orderId, id: noteId });
    if (!before) fail('general.not_found');
    await store.pinNote(tx, noteId, body.pinned);
    await record(tx, ctx, {
      name: 'ticketing.order_note_pinned',
      subjectId: orderId,
      before: { pinned: before.pinned },
      after: { note: noteId, pinned: body.pinned },
    });
    return { ...before, pinned: body.pinned };
  });

/** Corrects whose order it is. Whoever holds the order's link keeps it; tickets keep the names on them. */
export async function correctOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, body }: Input<typeof contract.correctOrder>,
): Promise<Output<typeof contract.correctOrder>> {
  const order = await deed(ctx, festivalId, async (tx) => {
    await store.lockOrder(tx, orderId);
    const before = (await findOrder(tx, orderId)) ?? fail('general.not_found');
    if (before.name !== body.was.name || before.email !== body.was.email) fail('general.conflict');
    await store.correctBuyer(tx, orderId, body);
    await record(tx, ctx, {
      name: 'ticketing.order_corrected',
      subjectId: orderId,
      before: { name: before.name, email: before.email },
      after: { name: body.name, email: body.email, reason: body.reason },
    });
    return { ...before, name: body.name, email: body.email };
  });
  return withCodes(ctx, order);
}

/** Has the tickets mailed again, or what else was bought: the worker sends them, as it did at first. */
export const mailOrder = (
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.mailOrder>,
): Promise<Output<typeof contract.mailOrder>> =>
  deed(ctx, festivalId, async (tx) => {
    const order = (await findOrder(tx, orderId)) ?? fail('general.not_found');
    const isPaid =
      order.tickets.length === 0
        ? order.status === 'PAID'
        : order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED');
    if (!isPaid) fail('ticketing.not_paid');
    if (!hasMail(order.email)) fail('ticketing.order_without_email');
    await record(tx, ctx, { name: 'ticketing.order_mail_asked', subjectId: orderId });
  });
