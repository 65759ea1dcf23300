import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionsOf } from './contradictions.ts';
import { judgeAsked, type ToJudge } from './judge-asked.ts';
import { numberHolders } from './number-holders.ts';
import { placeAttendees, placesOf } from './place-attendees.ts';
import { questionsThatApply } from './questions-that-apply.ts';
import type { Answer, AnswerValue, Attendee, BuyerQuestion } from './schemas.ts';
import { asking, question } from './testing.ts';

const [pass, child] = ['pass', 'child'];
const types = (...ids: string[]) => ids as BuyerQuestion['ticketTypeIds'];
const judge = (part: Partial<ToJudge>) =>
  judgeAsked({
    rules: asking({}),
    places: [
      { lineNo: 1, nth: 1, ticketTypeId: pass },
      { lineNo: 1, nth: 2, ticketTypeId: pass },
    ],
    attendees: [],
    answers: [],
    buyer: 'Ada',
    startsOn: '2027-07-16',
    today: '2027-01-01',
    ...part,
  });
const said = (questionId: string, value: Answer['value']): Answer => ({ questionId, value });
const comes = (nth: number, part: Partial<Attendee> = {}): Attendee => ({ lineNo: 1, nth, answers: [], ...part });
const problemsOf = (part: Partial<ToJudge>) => {
  const judged = judge(part);
  return judged.ok
    ? []
    : judged.problems.map(({ lineNo, nth, field, code }) => [lineNo && `${lineNo}.${nth}`, field, code]);
};

describe('what is asked', () => {
  const eats = question({ kind: 'YES_NO', required: true });
  const what = question({ kind: 'TEXT', required: true, condition: { questionId: eats.id, anyOf: ['YES'] } });
  const which = question({ kind: 'TEXT', condition: { questionId: what.id, anyOf: ['x'] } });

  test('is asked of each ticket, and is said of each what is missing', () => {
    expect(problemsOf({ rules: asking({ questions: [eats] }) })).toEqual([
      ['1.1', eats.id, 'missing'],
      ['1.2', eats.id, 'missing'],
    ]);
  });

  test('depends on an earlier answer', () => {
    const rules = asking({ questions: [eats, what] });
    const attendees = [comes(1, { answers: [said(eats.id, true)] }), comes(2, { answers: [said(eats.id, false)] })];
    expect(problemsOf({ rules, attendees })).toEqual([['1.1', what.id, 'missing']]);
  });

  test('leaves out what was answered before its condition fell', () => {
    const rules = asking({ questions: [eats, what] });
    const attendees = [1, 2].map((nth) => comes(nth, { answers: [said(eats.id, false), said(what.id, 'snails')] }));
    const judged = judge({ rules, attendees });
    expect(judged.ok && judged.kept.answers.map(({ value }) => value)).toEqual([false, false]);
  });

  test('falls in a chain: what depends on what is not asked is not asked', () => {
    const rules = asking({ questions: [eats, what, which] });
    const known = new Map<string, AnswerValue>([
      [eats.id, false],
      [what.id, 'x'],
    ]);
    expect(questionsThatApply(rules, { of: 'TICKET', ticketTypeId: pass }, known).map(({ id }) => id)).toEqual([
      eats.id,
    ]);
  });

  test('of a ticket may depend on an answer of the order', () => {
    const bus = question({ of: 'ORDER', kind: 'YES_NO' });
    const stop = question({ kind: 'TEXT', required: true, condition: { questionId: bus.id, anyOf: ['YES'] } });
    const rules = asking({ questions: [bus, stop] });
    expect(problemsOf({ rules })).toEqual([]);
    expect(problemsOf({ rules, answers: [said(bus.id, true)] })).toHaveLength(2);
  });

  test('concerns its ticket types alone, and the order that has one of them', () => {
    const ofChild = question({ ticketTypeIds: types(child), required: true });
    const ofOrder = question({ of: 'ORDER', ticketTypeIds: types(child), required: true });
    const rules = asking({ questions: [ofChild, ofOrder] });
    expect(problemsOf({ rules })).toEqual([]);
    expect(problemsOf({ rules, places: [{ lineNo: 2, nth: 1, ticketTypeId: child }] })).toEqual([
      [null, ofOrder.id, 'missing'],
      ['2.1', ofChild.id, 'missing'],
    ]);
  });

  test('rests while it is not active, and waits while it is asked later', () => {
    const resting = question({ required: true, active: false });
    const later = question({ required: true, at: 'LATER' });
    expect(problemsOf({ rules: asking({ questions: [resting, later] }) })).toEqual([]);
  });

  test('is kept with the words of the day', () => {
    const options = [{ id: '01900000-0000-7000-8000-000000000001', name: { en: 'Bus' } }];
    const how = question({ of: 'ORDER', kind: 'ONE_OF', label: { en: 'How do you come?' }, options });
    const judged = judge({ rules: asking({ questions: [how] }), answers: [said(how.id, options[0]?.id ?? '')] });
    expect(judged.ok && judged.kept.answers).toEqual([
      {
        lineNo: null,
        nth: null,
        questionId: how.id,
        kind: 'ONE_OF',
        label: how.label,
        value: options[0]?.id,
        chosen: options,
      },
    ]);
  });

  test('refuses answers to nothing, and people without a ticket', () => {
    expect(problemsOf({ answers: [said(eats.id, true)], attendees: [comes(3)] })).toEqual([
      ['1.3', 'name', 'unknown_place'],
      [null, eats.id, 'unknown_question'],
    ]);
  });

  test.each([
    ['NEVER', [], []],
    ['OPTIONAL', [], ['Grace']],
    ['REQUIRED', [['1.2', 'name', 'name_missing']], null],
  ] as const)('of names is %s', (names, problems, kept) => {
    const given = { rules: asking({ names }), attendees: [comes(1, { name: 'Grace' })] };
    expect(problemsOf(given)).toEqual(problems);
    const judged = judge(given);
    expect(judged.ok ? judged.kept.names.map(({ name }) => name) : null).toEqual(kept);
  });

  test('asks the same of whoever answered as of whoever changes nothing: judged twice, kept alike', () => {
    const questions = [question({ kind: 'NUMBER' }), eats, what];
    fc.assert(
      fc.property(fc.boolean(), fc.option(fc.integer()), fc.string(), (yes, number, text) => {
        const answers = [
          said(eats.id, yes),
          said(what.id, text),
          ...(number === null ? [] : [said(questions[0]?.id ?? '', number)]),
        ];
        const rules = asking({ questions });
        const first = judge({ rules, attendees: [1, 2].map((nth) => comes(nth, { answers })) });
        if (!first.ok) return;
        const again = [1, 2].map((nth) =>
          comes(nth, {
            answers: first.kept.answers
              .filter((one) => one.nth === nth)
              .map(({ questionId, value }) => said(questionId, value)),
          }),
        );
        expect(judge({ rules, attendees: again })).toEqual(first);
      }),
    );
  });
});

describe('a document', () => {
  const yes = question({ kind: 'YES_NO' });
  const on = (part: Partial<BuyerQuestion>, anyOf = ['YES']) =>
    question({ ...part, condition: { questionId: yes.id, anyOf } });
  const faults = (questions: BuyerQuestion[], changesUntil: string | null = null) =>
    contradictionsOf({ questions, changesUntil }).map(({ path, message }) => [path[1], message]);

  test('contradicts itself with a condition that can never be known', () => {
    expect(faults([yes, on({})])).toEqual([]);
    expect(faults([on({}), yes])).toEqual([[0, 'condition_impossible']]);
    expect(faults([{ ...yes, kind: 'TEXT' }, on({})])).toEqual([[1, 'condition_impossible']]);
    expect(faults([yes, on({ of: 'ORDER' })])).toEqual([[1, 'condition_impossible']]);
    expect(faults([{ ...yes, at: 'LATER' }, on({})], '2027-01-01T00:00:00.000Z')).toEqual([
      [1, 'condition_impossible'],
    ]);
    expect(faults([{ ...yes, kind: 'ONE_OF', options: [{ id: 'a', name: { en: 'A' } }] }, on({})])).toEqual([
      [1, 'condition_impossible'],
    ]);
  });

  test('wants options of a choice and a deadline for what is asked later', () => {
    expect(faults([question({ kind: 'ONE_OF' }), question({ at: 'LATER' })])).toEqual([
      [0, 'no_options'],
      [1, 'needs_deadline'],
    ]);
  });
});

describe('those who come', () => {
  const lines = [
    { lineNo: 1, kind: 'TICKET', ticketTypeId: pass, quantity: 2 },
    { lineNo: 2, kind: 'FEE', ticketTypeId: null, quantity: 1 },
    { lineNo: 3, kind: 'TICKET', ticketTypeId: child, quantity: 1 },
    { lineNo: 4, kind: 'TICKET', ticketTypeId: pass, quantity: 1 },
  ];
  const as = (ticketTypeId: string, name: string, attendee?: number) =>
    ({
      ticketTypeId,
      name,
      answers: [],
      ...(attendee !== undefined && { guardian: { phone: '1', attendee } }),
    }) as never;

  test('take the tickets of their types in turn, with their guardians', () => {
    const placed = placeAttendees(placesOf(lines), [as(child, 'Kim', 2), as(pass, 'A'), as(pass, 'B'), as(pass, 'C')]);
    expect(placed?.map(({ lineNo, nth, name }) => `${lineNo}.${nth} ${name}`)).toEqual([
      '3.1 Kim',
      '1.1 A',
      '1.2 B',
      '4.1 C',
    ]);
    expect(placed?.[0]?.guardian?.place).toEqual({ lineNo: 1, nth: 2 });
    expect(placeAttendees(placesOf(lines), [as(child, 'Kim'), as(child, 'Tim')])).toBeNull();
  });

  test('of whom nothing was told take the numbers that are left', () => {
    const numbered = numberHolders([
      { lineNo: 1, nth: 2 },
      { lineNo: 1, nth: null },
      { lineNo: 1, nth: null },
      { lineNo: 2, nth: null },
    ]);
    expect(numbered.map(({ nth }) => nth)).toEqual([2, 1, 3, 1]);
  });
});
