import type { AnswerValue, AskedOfBuyers, BuyerQuestion } from './schemas.ts';

/** Of what something is asked: the order with all its types, or one ticket of a type. */
export type AskedOf = { of: 'ORDER'; ticketTypeIds: readonly string[] } | { of: 'TICKET'; ticketTypeId: string };

export type Known = ReadonlyMap<string, AnswerValue>;

/**
 * The questions that apply, in their order, given what is answered so far. A condition counts only while the question that it is made
 * of applies itself, so that what was answered before and is no longer asked decides nothing.
 * @param ofOrder what the order answers, by question; the same as `known` where the order itself is asked
 */
export function questionsThatApply(
  { questions }: Pick<AskedOfBuyers, 'questions'>,
  of: AskedOf,
  known: Known,
  ofOrder: Known = known,
): BuyerQuestion[] {
  const applying = new Set<string>();
  return questions.filter((question) => {
    const { condition } = question;
    if (!question.active || !concerns(question, of)) return false;
    if (condition) {
      const inOrder =
        of.of === 'TICKET' && questions.some(({ id, of: asked }) => id === condition.questionId && asked === 'ORDER');
      const value = (inOrder ? ofOrder : known).get(condition.questionId);
      if (!(inOrder || applying.has(condition.questionId)) || !isAnyOf(value, condition.anyOf)) return false;
    }
    applying.add(question.id);
    return true;
  });
}

const concerns = ({ of, ticketTypeIds }: BuyerQuestion, asked: AskedOf): boolean => {
  if (of !== asked.of) return false;
  const types = asked.of === 'ORDER' ? asked.ticketTypeIds : [asked.ticketTypeId];
  return ticketTypeIds.length === 0 || ticketTypeIds.some((id) => types.includes(id));
};

function isAnyOf(value: AnswerValue | undefined, wanted: readonly string[]): boolean {
  if (value === undefined) return false;
  if (typeof value === 'boolean') return wanted.includes(value ? 'YES' : 'NO');
  return Array.isArray(value) ? value.some((one) => wanted.includes(one)) : wanted.includes(String(value));
}
