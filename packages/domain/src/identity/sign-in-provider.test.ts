import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeStranger, mayUnlink, returnPath } from './sign-in-provider.ts';

describe('the way back after a sign-in', () => {
  test.each(['/', '/en/account', '/fr/solbrume/tickets', '/f/solbrume/programme?day=2026-07-17&view=timetable'])(
    'may be %s',
    (path) => expect(returnPath(path)).toBe(path),
  );
  test.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2f/evil.example',
    '/..//evil.example',
    '/en/account#token=x',
    '/en/ account',
    '/en\t/account',
    '/api/auth/logout',
    '/api?x',
    'javascript:alert(1)',
    `/${'a'.repeat(301)}`,
    '/en/account\u0000',
  ])('is not %j', (path) => expect(returnPath(path)).toBeNull());
  test('never leaves its origin, whatever is asked for', () => {
    const piece = fc.constantFrom('/', '\\', '@', ':', '.', '%2f', '?', '#', 'evil.example', 'en', '\t', 'http');
    expect(
      fc.check(
        fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
          const path = returnPath(`/${pieces.join('')}`);
          return path === null || new URL(path, 'https://site.example').origin === 'https://site.example';
        }),
      ).counterexample,
    ).toBeNull();
  });
});

describe('somebody whom no account knows', () => {
  test.each([
    [{ email: null, emailVerified: true }, false, 'no_email'],
    [{ email: null, emailVerified: true }, true, 'no_email'],
    [{ email: 'a@example.org', emailVerified: false }, false, 'email_unverified'],
    [{ email: 'a@example.org', emailVerified: false }, true, 'email_unverified'],
    [{ email: 'a@example.org', emailVerified: true }, false, 'open_account'],
    [{ email: 'a@example.org', emailVerified: true }, true, 'confirm_link'],
  ])('%j, address of a verified account %s: %s', (claims, known, kind) =>
    expect(judgeStranger(claims, known).kind).toBe(kind),
  );
});

test.each([
  [true, 0, true],
  [true, 1, true],
  [false, 2, true],
  [false, 1, false],
])('password %s, %i linked: may unlink %s', (hasPassword, identities, may) =>
  expect(mayUnlink({ hasPassword, identities })).toBe(may),
);
