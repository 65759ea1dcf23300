/** What was answered, as columns of the list of orders that goes out: one for each question, whatever became of it. */
import type { KeptAnswer } from '@festivals/domain/ticketing/asked/schemas';
import { localised } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import type { Language } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Column } from '../../platform/table/column.ts';
import type { Tx } from '../../platform/transaction.ts';

type Answer = Omit<KeptAnswer, 'label'> & { lineNo: number; nth: number };

export interface AnsweredRow {
  answers?: readonly Answer[];
}

/** The answers of orders, by order. */
export async function answersOf(tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, Answer[]>> {
  const { rows } = await sql<{ orderId: string; answers: Answer[] }>`
    select order_id as "orderId", jsonb_agg(jsonb_build_object('lineNo', line_no, 'nth', nth, 'questionId', question_id, 'kind', kind,
      'value', value, 'chosen', chosen) order by line_no, nth) as answers
    from order_answer where festival_id = current_festival() and order_id = any(${orderIds}::uuid[]) group by 1`.execute(
    tx,
  );
  return new Map(rows.map(({ orderId, answers }) => [orderId, answers]));
}

/**
 * One column a question, by its latest words, as they are asked, and then those that are asked no more; several tickets of an order
 * stand in one cell, in their order.
 */
export async function answerColumns<Row extends AnsweredRow>(tx: Tx, language: Language): Promise<Column<Row>[]> {
  const { rows } = await sql<{ questionId: string; label: KeptAnswer['label'] }>`
    with asked as (
      select question->>'id' as id, nth from asked_of_buyers, jsonb_array_elements(asked->'questions') with ordinality as all_of (question, nth)
      where festival_id = current_festival())
    select question_id as "questionId", (array_agg(label order by answered_at desc))[1] as label from order_answer
    where festival_id = current_festival() group by 1
    order by (select nth from asked where id = question_id::text) nulls last, min(answered_at), 1`.execute(tx);
  return rows.map(({ questionId, label }) => ({
    heading: localised(label, language),
    kind: 'text' as const,
    value: ({ answers = [] }: Row) =>
      answers
        .filter((answer) => answer.questionId === questionId)
        .map((answer) => sayAnswer(answer, language))
        .join('; '),
  }));
}

/** An answer in words. */
export function sayAnswer({ value, chosen }: Pick<KeptAnswer, 'value' | 'chosen'>, language: Language): string {
  const { record } = office[language];
  if (typeof value === 'boolean') return value ? record.yes : record.no;
  if (chosen.length > 0) return chosen.map(({ name }) => localised(name, language)).join(', ');
  return Array.isArray(value) ? value.join(', ') : String(value);
}
