import { describe, expect, it } from 'vitest';
import { Email, FestivalId, Instant, Line, LocalDate, Text } from './primitives.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

describe('an id', () => {
  it('is one, however it is written', () => {
    expect(FestivalId.parse('01931F2E-7B4A-7C3D-8E5F-0A1B2C3D4E5F')).toBe('01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f');
  });
  it.each(['', '01931f2e7b4a7c3d8e5f0a1b2c3d4e5f', '01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f.', null, 7])(
    'is not %j',
    (value) => {
      expect(accepts(FestivalId, value)).toBe(false);
    },
  );
});

describe('a line', () => {
  it.each(['Zoé', '  Ana Íñiguez  ', '李小龍', 'עדה', '👩‍🎤', '7', 'x\u0301'])('may be %j', (text) => {
    expect(Line(120).parse(text)).toBe(text.trim());
  });
  it.each(['', '   ', 'a\nb', 'a\0b', 'a\u2028b', 'a\ud800b', '\udc00', '\u200b', '\u202eevil', 'x'.repeat(121)])(
    'is not %j',
    (text) => {
      expect(accepts(Line(120), text)).toBe(false);
    },
  );
});

describe('a text', () => {
  it.each(['', 'one\r\n\ttwo', '👩‍🎤'])('may be %j', (text) => {
    expect(accepts(Text(20), text)).toBe(true);
  });
  it.each(['a\0b', 'a\u0085b', 'a\ud800b', 'a\u2066b', 'x'.repeat(21)])('is not %j', (text) => {
    expect(accepts(Text(20), text)).toBe(false);
  });
});

it.each(['2027-02-30', '2027-13-01', '2027-2-3', '27-02-03'])('%s is no date', (date) => {
  expect(accepts(LocalDate, date)).toBe(false);
});

it.each(['2027-02-30T10:00:00Z', '2027-02-28T25:00:00Z', '2027-02-28T10:00:00', 'now'])('%s is no moment', (moment) => {
  expect(accepts(Instant, moment)).toBe(false);
});

it.each([
  'zoé@example.org',
  'a@b',
  'a b@example.org',
  'a@example.org\0',
  '"a"@example.org',
  'a@example.org, b@example.org',
])('%j is no address that we write to', (address) => {
  expect(accepts(Email, address)).toBe(false);
});
