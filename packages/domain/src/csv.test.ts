import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, harmless, parseCsv, separatorOf, withoutGuard, writeCsv } from './csv.ts';

const cells = (text: string) => {
  const parsed = parseCsv(text);
  return Array.isArray(parsed) ? parsed.map((record) => record.cells) : parsed;
};

describe('a table', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\nc;"d;e"',
      [
        ['a', 'b'],
        ['c', 'd;e'],
      ],
    ],
    [
      'a|b\n"c|d"|',
      [
        ['a', 'b'],
        ['c|d', ''],
      ],
    ],
    [
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa,b', [['a', 'b']]],
    ['a,"b ""x"""\n', [['a', 'b "x"']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    [
      'a,b\n\n,\n"",\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,5" pipe', [['a', '5" pipe']]],
    ['', []],
    ['\uFEFF', []],
    ['a\n"b', { reason: 'unclosed_quote', line: 2 }],
    ['a\n\n"b"c', { reason: 'text_after_quote', line: 3 }],
    ['"', { reason: 'unclosed_quote', line: 1 }],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('says on which line each record begins', () => {
    const records = parseCsv('a,b\r\n"two\r\nlines",c\r\n\r\nd,e');
    expect(Array.isArray(records) && records.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('comes back as it was written, whatever is in it', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab"\',;\t\r\n =+-@é ＝'), maxLength: 8 });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter((each) => each.some((one) => one.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(parseCsv(writeCsv(rows), ',')).toMatchObject(rows.map((each) => ({ cells: each.map(harmless) })));
        expect(rows.map((each) => each.map((one) => withoutGuard(harmless(one))))).toEqual(rows);
      }),
    );
  });

  it('is read in time that grows with its length alone', () => {
    const started = performance.now();
    parseCsv(`a,b\n${'"x""y",z\n'.repeat(50_000)}`);
    parseCsv(`a,b\n"${'x""'.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

it.each(['=1+1', '+32', '-1', '@cmd', '\t=1', '\r=1', "'=1", '＝1'])('no spreadsheet runs %j', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
  expect(withoutGuard(harmless(text))).toBe(text);
});
it.each(["'90s", 'Pils', ''])('%j is left as it is', (text) => {
  expect([harmless(text), withoutGuard(text)]).toEqual([text, text]);
});

it.each([
  ['a,b;c,d', ','],
  ['a;b;c', ';'],
  ['"a;b;c",d', ','],
  ['a\tb', '\t'],
  ['a|b|c,d', '|'],
  ['a', ','],
])('the separator of %j is %j', (text, separator) => {
  expect(separatorOf(text)).toBe(separator);
});

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('Crème')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFCrème')],
    ['Latin-1', Buffer.from('Crème', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFCrème', 'utf16le')],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('Crème');
  });
});
