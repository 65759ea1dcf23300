import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/asked/contract';
import { changesAreOpen, judgeChanges, type ChangedHolder } from '@festivals/domain/ticketing/asked/judge-changes';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, type Tx } from '../../platform/transaction.ts';
import { lockOrder, renameHolder } from '../orders/order-deed-store.ts';
import { readAsked, todayAt } from './known-asked.ts';
import { orderAskedView, requireBuyer } from './order-asked.ts';
import * as store from './order-asked-store.ts';

type Asked = Input<typeof contract.changeOrderAsked>;

/** The buyer changes who comes and what is asked later. After the deadline the team alone does. */
export async function changeOrderAsked(
  ctx: Ctx,
  { params: { festivalId, orderId }, body }: Asked,
): Promise<Output<typeof contract.changeOrderAsked>> {
  await requireBuyer(ctx, { festivalId, orderId, secret: body.secret });
  const now = (await readAsked(ctx, festivalId)) ?? fail('general.not_found');
  return deed(ctx, festivalId, async (tx) => {
    await lockOrder(tx, orderId);
    const before = (await store.findOrderAsked(tx, orderId)) ?? fail('general.not_found');
    if (before.status !== 'PAID') fail('ticketing.not_paid');
    if (!changesAreOpen(now.asked, ctx.clock.now())) fail('ticketing.changes_over', { until: now.asked.changesUntil });
    if (before.version !== body.version) fail('general.conflict', { version: before.version });
    requireAlive(before, body.holders);
    const { holders, answers } = orderAskedView(ctx, now, before);
    const judged = judgeChanges({
      rules: now.asked,
      holders,
      kept: answers,
      buyer: before.name,
      startsOn: now.startsOn,
      today: todayAt(ctx, now),
      changes: body.holders,
      answers: body.answers,
    });
    if (!judged.ok) fail('ticketing.answers_wrong', { problems: judged.problems });
    for (const holder of judged.holders) {
      const was = holders.find(({ ticketId }) => ticketId === holder.ticketId)?.holder ?? '';
      await writeHolder(tx, ctx, { orderId, asked: now.asked, was, holder });
    }
    if (judged.answers) {
      const place = { lineNo: 0, nth: 0, questionIds: askedLater(now.asked, 'ORDER'), answers: judged.answers };
      await store.replaceAnswers(tx, orderId, place);
      await record(tx, ctx, { name: 'ticketing.order_answers_changed', subjectId: orderId });
    }
    await store.raiseAskedVersion(tx, orderId);
    return orderAskedView(ctx, now, (await store.findOrderAsked(tx, orderId)) ?? fail('general.internal'));
  });
}

const askedLater = ({ questions }: AskedOfBuyers, of: 'TICKET' | 'ORDER'): string[] =>
  questions.filter((one) => one.at === 'LATER' && one.of === of).map(({ id }) => id);

function requireAlive({ holders }: store.StoredAsked, changes: Asked['body']['holders']): void {
  for (const { ticketId } of changes) {
    const holder = holders.find((one) => one.ticketId === ticketId) ?? fail('general.not_found');
    if (holder.status === 'USED') fail('ticketing.ticket_used', { ticketId });
    if (!holder.alive) fail('ticketing.ticket_over', { ticketId });
  }
}

/** What somebody answered stays in the answers: the story tells that there is something new, and of names what they were. */
async function writeHolder(
  tx: Tx,
  ctx: Ctx,
  { orderId, asked, was, holder }: { orderId: string; asked: AskedOfBuyers; was: string; holder: ChangedHolder },
): Promise<void> {
  const { ticketId, name, person, answers, lineNo, nth } = holder;
  if (name !== null) {
    await renameHolder(tx, ticketId, name);
    await record(tx, ctx, {
      name: 'ticketing.order_holder_changed',
      subjectId: orderId,
      before: { holder: was },
      after: { ticket: ticketId, holder: name },
    });
  }
  if (person === null && answers === null) return;
  await store.keepAttendee(tx, orderId, holder);
  if (answers)
    await store.replaceAnswers(tx, orderId, { lineNo, nth, questionIds: askedLater(asked, 'TICKET'), answers });
  await record(tx, ctx, { name: 'ticketing.order_answers_changed', subjectId: orderId, after: { ticket: ticketId } });
}
