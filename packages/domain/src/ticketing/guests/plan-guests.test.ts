import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../csv.ts';
import { mostGuests, planGuests } from './plan-guests.ts';

const plan = (text: string, known: { name: string; email: string | null }[] = []) => {
  const answer = planGuests(parseCsv(text), known);
  if ('reason' in answer) throw new Error(answer.reason);
  return answer;
};
const fault = (text: string) => {
  const answer = planGuests(parseCsv(text), []);
  return 'reason' in answer ? answer : null;
};

describe('lines of guests', () => {
  it.each([
    ['Ada', { name: 'Ada', email: null, companions: 0, note: '' }],
    [
      'Ada Lovelace, ada@example.org, +2, vegan',
      { name: 'Ada Lovelace', email: 'ada@example.org', companions: 2, note: 'vegan' },
    ],
    ['ada@example.org; Ada; 1', { name: 'Ada', email: 'ada@example.org', companions: 1, note: '' }],
    [
      'Ada\tADA@Example.org\tby train\tlate',
      { name: 'Ada', email: 'ada@example.org', companions: 0, note: 'by train, late' },
    ],
    ['name,plus\nAda,3', { name: 'Ada', email: null, companions: 3, note: '' }],
    [
      'Note;Nom;E-mail\nsans gluten;Ada;ada@example.org',
      { name: 'Ada', email: 'ada@example.org', companions: 0, note: 'sans gluten' },
    ],
    [`name,note\n"'=Ada",x`, { name: '=Ada', email: null, companions: 0, note: 'x' }],
  ])('%j is read', (text, guest) => {
    expect(plan(text).writes).toEqual([guest]);
  });

  it.each([
    [',ada@example.org', 'name', 'required'],
    ['name,email\nAda,nowhere', 'email', 'invalid'],
    ['Ada, 21', 'companions', 'invalid'],
    [`${'x'.repeat(121)}`, 'name', 'too_long'],
    ['name\n"A\u0007da"', 'name', 'control_characters'],
  ])('%j is refused for its %s', (text, column, reason) => {
    expect(plan(text).rows[0]).toMatchObject({ outcome: 'refused', reasons: [{ column, reason }] });
    expect(plan(text).writes).toEqual([]);
  });

  it('leaves out who is on the list, by address or else by name, and refuses whoever stands twice in the lines', () => {
    const known = [
      { name: 'Ada', email: 'ada@example.org' },
      { name: 'Grace', email: null },
    ];
    const { rows, writes } = plan('A. Lovelace, ada@example.org\ngrace\nEdsger\nEDSGER', known);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'new', 'refused']);
    expect(writes).toHaveLength(1);
  });

  it.each([
    ['', 'empty'],
    ['name,email', 'empty'],
    ['name,name\nAda,Ada', 'duplicate_column'],
    ['email,note\nada@example.org,x', 'no_columns'],
    ['"open', 'unclosed_quote'],
    [Array.from({ length: mostGuests + 1 }, (_, at) => `Guest ${at}`).join('\n'), 'too_many_rows'],
  ])('%# are no guests at all', (text, reason) => {
    expect(fault(text)?.reason).toBe(reason);
  });

  it('adds each line at most once, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const answer = planGuests(parseCsv(text), []);
        if ('reason' in answer) return;
        const added = answer.rows.filter(({ outcome }) => outcome === 'new');
        expect(answer.writes).toHaveLength(added.length);
      }),
    );
  });
});
