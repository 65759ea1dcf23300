/**
 * Lets those who ask for the same thing at the same moment go together: while a call is under way for a place (a festival), whoever
 * comes waits, and all who waited share the next one. Nobody waits for company: who comes alone goes alone, at once.
 *
 * A call is all or nothing. When one of several is refused, each is asked for again by itself and hears its own answer; `wasRefused`
 * tells that from a call of which nobody knows how it ended, which is never repeated.
 */
export function gathering<Ask, Answer>(
  together: (place: string, asks: readonly Ask[]) => Promise<readonly Answer[]>,
  wasRefused: (error: unknown) => boolean,
  most = 32,
): (place: string, ask: Ask) => Promise<Answer> {
  const queues = new Map<string, Waiting<Ask, Answer>[]>();

  const answer = async (place: string, group: readonly Waiting<Ask, Answer>[]): Promise<void> => {
    try {
      const answers = await together(
        place,
        group.map(({ ask }) => ask),
      );
      for (const [at, one] of answers.entries()) group[at]?.resolve(one);
    } catch (error) {
      if (group.length > 1 && wasRefused(error)) await Promise.all(group.map((one) => answer(place, [one])));
      else for (const { reject } of group) reject(error);
    }
  };

  const depart = async (place: string, waiting: Waiting<Ask, Answer>[]): Promise<void> => {
    while (waiting.length > 0) await answer(place, waiting.splice(0, most));
    queues.delete(place);
  };

  return (place, ask) =>
    new Promise((resolve, reject) => {
      const waiting = queues.get(place);
      if (waiting) return void waiting.push({ ask, resolve, reject });
      const first = [{ ask, resolve, reject }];
      queues.set(place, first);
      void depart(place, first);
    });
}

interface Waiting<Ask, Answer> {
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}
