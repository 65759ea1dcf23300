import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAnswer } from './judge-answer.ts';
import { AnswerValue, QuestionKind } from './schemas.ts';
import { question } from './testing.ts';

const [red, blue] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
const options = [
  { id: red, name: { en: 'Red' } },
  { id: blue, name: { en: 'Blue' } },
];

describe('an answer', () => {
  test.each([
    ['TEXT', '  vegan ', 'vegan'],
    ['LONG_TEXT', 'one\ntwo', 'one\ntwo'],
    ['NUMBER', 42.5, 42.5],
    ['NUMBER', 0, 0],
    ['DATE', '2024-02-29', '2024-02-29'],
    ['YES_NO', false, false],
    ['ONE_OF', red, red],
    ['SEVERAL_OF', [blue, red, blue], [blue, red]],
    ['COUNTRY', 'be', 'BE'],
    ['PHONE', '0032 (470) 12.34-56', '+32470123456'],
    ['EMAIL', ' Ada@Example.ORG ', 'ada@example.org'],
  ] as const)('of %s: %j is kept as %j', (kind, value, kept) => {
    const given = Array.isArray(value) ? [...value] : value;
    expect(judgeAnswer(question({ kind, options }), given as AnswerValue)).toEqual({ ok: true, value: kept });
  });

  test.each([
    ['TEXT', 'x'.repeat(201), 'too_long'],
    ['TEXT', 'two\nlines', 'control_characters'],
    ['TEXT', 'nul\0', 'control_characters'],
    ['LONG_TEXT', 'nul\0', 'control_characters'],
    ['LONG_TEXT', 'x'.repeat(2001), 'too_long'],
    ['TEXT', 12, 'wrong_kind'],
    ['NUMBER', '12', 'wrong_kind'],
    ['NUMBER', Number.NaN, 'not_a_number'],
    ['NUMBER', 1e13, 'not_a_number'],
    ['DATE', '2023-02-29', 'not_a_date'],
    ['DATE', '24-02-2024', 'not_a_date'],
    ['DATE', '1899-12-31', 'not_a_date'],
    ['YES_NO', 'yes', 'wrong_kind'],
    ['ONE_OF', 'green', 'not_an_option'],
    ['ONE_OF', true, 'wrong_kind'],
    ['SEVERAL_OF', [red, '01900000-0000-7000-8000-000000000003'], 'not_an_option'],
    ['SEVERAL_OF', red, 'wrong_kind'],
    ['COUNTRY', 'ZZ', 'not_a_country'],
    ['COUNTRY', 'Belgium', 'not_a_country'],
    ['PHONE', 'call me', 'not_a_phone'],
    ['PHONE', '+1234567890123456', 'not_a_phone'],
    ['PHONE', '12345', 'not_a_phone'],
    ['EMAIL', 'ada@example', 'not_an_email'],
    ['EMAIL', 'a b@example.org', 'not_an_email'],
  ] as const)('of %s: %j is refused: %s', (kind, value, fault) => {
    const given = Array.isArray(value) ? [...value] : value;
    expect(judgeAnswer(question({ kind, options }), given as AnswerValue)).toEqual({ ok: false, fault });
  });

  test.each([undefined, '', '   ', []])('that is %j is none: wanted where it is required', (value) => {
    for (const kind of QuestionKind.options) {
      expect(judgeAnswer(question({ kind, options, required: true }), value)).toEqual({ ok: false, fault: 'missing' });
      expect(judgeAnswer(question({ kind, options }), value)).toEqual({ ok: true, value: null });
    }
  });

  test('that is kept is kept the same when it is judged again, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'a @.+-30/é😀', '\0', '\n', '\u202e', '\ud800') }),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(red, blue, 'be', '2024-02-29'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...QuestionKind.options), typed, (kind, value) => {
        const asked = question({ kind, options });
        const first = judgeAnswer(asked, value);
        if (!first.ok || first.value === null) return;
        expect(AnswerValue.safeParse(first.value).success).toBe(true);
        expect(JSON.stringify(first.value)).not.toContain('\\u0000');
        expect(judgeAnswer(asked, first.value)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});
