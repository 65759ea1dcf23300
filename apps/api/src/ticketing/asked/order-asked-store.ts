import { numberHolders } from '@festivals/domain/ticketing/asked/number-holders';
import type { ChangedHolder } from '@festivals/domain/ticketing/asked/judge-changes';
import type { HolderKnown, KeptAnswer, Place } from '@festivals/domain/ticketing/asked/schemas';
import type { Buyer } from '@festivals/domain/ticketing/pricing/price-list';
import type { OrderStatus, Ticket } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

type Answer = z.input<typeof KeptAnswer>;
type Holder = z.input<typeof HolderKnown> & { status: Ticket['status'] | null };

export interface StoredAsked {
  version: number;
  status: OrderStatus;
  name: string;
  company: Buyer | null;
  answers: Answer[];
  holders: Holder[];
}

/** What was answered with an order, and who comes. */
export async function findOrderAsked(tx: Tx, orderId: string): Promise<StoredAsked | undefined> {
  type Row = Omit<StoredAsked, 'answers' | 'holders'> & {
    answers: (Answer & Place)[];
    holders: (Omit<Holder, 'nth' | 'answers' | 'typeName'> & { nth: number | null })[];
    lines: { lineNo: number; name: Holder['typeName'] }[];
  };
  const { rows } = await sql<Row>`
    select version, status, name, company, answers, holders, (
      select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'name', l.name))
      from ticket_order o join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id
      where o.festival_id = current_festival() and o.id = ${orderId}) as lines
    from order_asked(current_festival(), ${orderId}::uuid)`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { lines, ...asked } = row;
  const plain = ({ lineNo: _line, nth: _nth, ...answer }: Answer & Place): Answer => answer;
  return {
    ...asked,
    answers: row.answers.filter(({ lineNo }) => lineNo === 0).map(plain),
    holders: numberHolders(row.holders).map((holder) => ({
      ...holder,
      typeName: lines.find(({ lineNo }) => lineNo === holder.lineNo)?.name ?? {},
      answers: row.answers.filter(({ lineNo, nth }) => lineNo === holder.lineNo && nth === holder.nth).map(plain),
    })),
  };
}

/** Writes what is known of somebody, who is bound to their ticket by it. */
export async function keepAttendee(
  tx: Tx,
  orderId: string,
  { lineNo, nth, ticketId, person }: ChangedHolder,
): Promise<void> {
  const guardian = person?.guardian ? JSON.stringify(person.guardian) : null;
  await sql`
    insert into order_attendee as a (festival_id, order_id, line_no, nth, ticket_id, born_on, minor, guardian)
    values (current_festival(), ${orderId}, ${lineNo}, ${nth}, ${ticketId}, ${person?.bornOn ?? null}, ${person?.minor ?? false}, ${guardian}::jsonb)
    on conflict (festival_id, order_id, line_no, nth) do update set
      born_on = case when ${person !== null} then excluded.born_on else a.born_on end,
      minor = case when ${person !== null} then excluded.minor else a.minor end,
      guardian = case when ${person !== null} then excluded.guardian else a.guardian end`.execute(tx);
}

/** Puts answers in the place of those to the same questions; line 0 is the order itself. */
export async function replaceAnswers(
  tx: Tx,
  orderId: string,
  { lineNo, nth, questionIds, answers }: Place & { questionIds: readonly string[]; answers: readonly Answer[] },
): Promise<void> {
  await sql`
    delete from order_answer where festival_id = current_festival() and order_id = ${orderId} and line_no = ${lineNo} and nth = ${nth}
      and question_id = any(${questionIds}::uuid[])`.execute(tx);
  await sql`
    insert into order_answer (festival_id, order_id, line_no, nth, question_id, kind, label, value, chosen)
    select current_festival(), ${orderId}, ${lineNo}, ${nth}, x."questionId", x.kind, x.label, x.value, x.chosen
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as x ("questionId" uuid, kind text, label jsonb, value jsonb, chosen jsonb)`.execute(
    tx,
  );
}

export async function raiseAskedVersion(tx: Tx, orderId: string): Promise<void> {
  await sql`
    update ticket_order set asked_version = asked_version + 1
    where festival_id = current_festival() and id = ${orderId}`.execute(tx);
}
