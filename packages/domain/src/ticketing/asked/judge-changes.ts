/** Judges what a buyer changes of an order afterwards: names, birth dates and guardians, and what is asked later. Pure. */
import { judgeAnswers, judgePerson, type AskedProblem, type KeptPerson } from './judge-asked.ts';
import { minorRuleOf } from './minors.ts';
import type { Answer, AnswerValue, AskedOfBuyers, Guardian, HolderKnown, KeptAnswer, Place } from './schemas.ts';

export interface ChangedHolder extends Place {
  ticketId: string;
  /** Another name than before. */
  name: string | null;
  /** What is known of them from now on; null where nothing of it changes. */
  person: KeptPerson | null;
  /** All that is answered later; null where nothing of it changes. */
  answers: KeptAnswer[] | null;
}

export interface HolderToChange {
  ticketId: string;
  name?: string | undefined;
  bornOn?: string | undefined;
  guardian?: Guardian | undefined;
  answers?: Answer[] | undefined;
}

type Holder = Omit<HolderKnown, 'ticketId' | 'ticketTypeId' | 'typeName'> & {
  ticketId: string | null;
  ticketTypeId: string;
};

export interface ChangesToJudge {
  rules: AskedOfBuyers;
  holders: readonly Holder[];
  /** What the order has answered. */
  kept: readonly KeptAnswer[];
  buyer: string;
  startsOn: string;
  today: string;
  changes: readonly HolderToChange[];
  answers: readonly Answer[] | undefined;
}

const valuesOf = (answers: readonly { questionId: string; value: AnswerValue }[]) =>
  new Map(answers.map(({ questionId, value }) => [questionId, value]));

/** Until when a buyer may change something: the deadline itself is too late. */
export const changesAreOpen = ({ changesUntil }: Pick<AskedOfBuyers, 'changesUntil'>, now: Date): boolean =>
  changesUntil !== null && now.getTime() < Date.parse(changesUntil);

export function judgeChanges(
  given: ChangesToJudge,
): { ok: true; holders: ChangedHolder[]; answers: KeptAnswer[] | null } | { ok: false; problems: AskedProblem[] } {
  const { rules, holders, kept, changes } = given;
  const problems: AskedProblem[] = [];
  const types = [...new Set(holders.map(({ ticketTypeId }) => ticketTypeId))];
  const before = valuesOf(kept);
  let answers: KeptAnswer[] | null = null;
  if (given.answers) {
    const judged = judgeAnswers(rules, { of: 'ORDER', ticketTypeIds: types }, given.answers, { at: 'LATER', before });
    problems.push(...judged.problems.map((one) => ({ lineNo: null, nth: null, ...one })));
    answers = judged.kept;
  }
  const ofOrder = new Map([...before, ...valuesOf(given.answers ?? [])]);
  const people = new Map(
    holders.map((holder) => {
      const change = changes.find(({ ticketId }) => ticketId === holder.ticketId);
      return [
        `${holder.lineNo}.${holder.nth}`,
        { name: change?.name ?? holder.holder, bornOn: change?.bornOn ?? holder.bornOn ?? undefined },
      ];
    }),
  );
  const changed = changes.flatMap((change): ChangedHolder[] => {
    const holder = holders.find(({ ticketId }) => ticketId === change.ticketId);
    if (!holder) return [];
    const { lineNo, nth, ticketTypeId } = holder;
    const at = { lineNo, nth };
    const name = change.name !== undefined && change.name !== holder.holder ? change.name : null;
    if (name !== null && rules.names === 'NEVER') problems.push({ ...at, field: 'name', code: 'name_fixed' });
    const judged =
      change.answers &&
      judgeAnswers(rules, { of: 'TICKET', ticketTypeId }, change.answers, {
        at: 'LATER',
        ofOrder,
        before: valuesOf(holder.answers),
      });
    problems.push(...(judged?.problems ?? []).map((one) => ({ ...at, ...one })));
    const touched = change.bornOn !== undefined || change.guardian !== undefined;
    let person: KeptPerson | null = null;
    if (touched && minorRuleOf(rules, ticketTypeId)) {
      const told = {
        bornOn: change.bornOn ?? holder.bornOn ?? undefined,
        guardian: change.guardian ?? guardianKnown(holder),
      };
      const checked = judgePerson({ ...given, places: holders }, holder, told, people);
      problems.push(...checked.problems);
      person = checked.kept;
    }
    return [{ ...at, ticketId: change.ticketId, name, person, answers: judged?.kept ?? null }];
  });
  for (const ward of wardsOf(given))
    problems.push(
      ...judgePerson({ ...given, places: holders }, ward, toldOf(ward), people).problems.filter(isTooYoung),
    );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, holders: changed, answers };
}

/** Minors who are left as they are, but for whom somebody answers who is of another age now. */
const wardsOf = ({ holders, changes }: ChangesToJudge): Holder[] =>
  holders.filter(({ ticketId, guardian, alive }) => {
    if (!alive || !guardian?.place || changes.some((change) => change.ticketId === ticketId)) return false;
    const { lineNo, nth } = guardian.place;
    const answering = holders.find((one) => one.lineNo === lineNo && one.nth === nth);
    return changes.some((change) => change.ticketId === answering?.ticketId && change.bornOn !== undefined);
  });

const isTooYoung = ({ code }: AskedProblem): boolean => code === 'guardian_is_minor';

const toldOf = (holder: Holder) => ({ bornOn: holder.bornOn ?? undefined, guardian: guardianKnown(holder) });

const guardianKnown = ({ guardian }: Holder): Guardian | undefined =>
  guardian === null
    ? undefined
    : { name: guardian.name, phone: guardian.phone, ...(guardian.place && { place: guardian.place }) };
