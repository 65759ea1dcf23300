/** What of a question decides whether it can be asked at all. */
interface Askable {
  id: string;
  of: 'TICKET' | 'ORDER';
  at: 'CHECKOUT' | 'LATER';
  kind: string;
  active: boolean;
  options: readonly { id: string }[];
  condition: { questionId: string; anyOf: readonly string[] } | null;
}

/** Kinds of which a condition can be made: their answers are known beforehand. */
export const isConditionable = ({ kind }: Pick<Askable, 'kind'>): boolean =>
  kind === 'YES_NO' || kind === 'ONE_OF' || kind === 'SEVERAL_OF' || kind === 'COUNTRY';

export const wantsOptions = ({ kind }: Pick<Askable, 'kind'>): boolean => kind === 'ONE_OF' || kind === 'SEVERAL_OF';

/** Where a document contradicts itself: by the field, with what is wrong there. */
export function contradictionsOf({
  questions,
  changesUntil,
}: {
  questions: readonly Askable[];
  changesUntil: string | null;
}): { path: (string | number)[]; message: string }[] {
  return questions.flatMap((question, at) => {
    const found = [];
    if (wantsOptions(question) && question.options.length === 0)
      found.push({ path: ['options'], message: 'no_options' });
    if (question.at === 'LATER' && question.active && changesUntil === null)
      found.push({ path: ['at'], message: 'needs_deadline' });
    if (question.condition && !canDepend(question, questions.slice(0, at)))
      found.push({ path: ['condition'], message: 'condition_impossible' });
    return found.map(({ path, message }) => ({ path: ['questions', at, ...path], message }));
  });
}

/** What a condition is made of was asked before, of the same ticket or of the order, and no later than what depends on it. */
export function canDepend(question: Askable, earlier: readonly Askable[]): boolean {
  const asked = earlier.find(({ id }) => id === question.condition?.questionId);
  if (!asked || !isConditionable(asked)) return false;
  if (question.of === 'ORDER' && asked.of === 'TICKET') return false;
  if (question.at === 'CHECKOUT' && asked.at === 'LATER') return false;
  const known = new Set(asked.options.map(({ id }) => id));
  return !wantsOptions(asked) || (question.condition?.anyOf ?? []).every((id) => known.has(id));
}
