import { contradictionsOf } from '@festivals/domain/ticketing/asked/contradictions';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';

export type QuestionFault = 'no_name' | 'no_options' | 'needs_deadline' | 'condition_impossible';
const known: readonly QuestionFault[] = ['no_name', 'no_options', 'needs_deadline', 'condition_impossible'];

const isEmpty = (texts: object): boolean => Object.values(texts).every((text) => text === '');

/** What is not finished yet, by question, in their order. */
export function faultsOf(asked: AskedOfBuyers): Map<string, QuestionFault[]> {
  const found = new Map<string, QuestionFault[]>();
  const add = (id: string | undefined, fault: QuestionFault | undefined) => {
    if (id !== undefined && fault !== undefined) found.set(id, [...(found.get(id) ?? []), fault]);
  };
  for (const { id, label, options } of asked.questions) {
    if (isEmpty(label)) add(id, 'no_name');
    if (options.some(({ name }) => isEmpty(name))) add(id, 'no_options');
  }
  for (const { path, message } of contradictionsOf(asked)) {
    const fault = known.find((one) => one === message);
    add(asked.questions[Number(path[1])]?.id, fault);
  }
  return found;
}
