import { expect, test } from 'vitest';
import { loadMessages } from './load-messages.ts';
import { asLanguage, directionOf, mirrored, mirroredTree, pseudoLanguage } from './pseudo-language.ts';

test('words are mirrored and longer, what the machine reads stays', () => {
  expect(mirrored('Hi')).toBe('\u202eHii\u202c');
  expect(mirrored('<b>Hi</b> {name}')).toBe('<b>\u202eHii\u202c</b> {name}');
  expect(mirrored('{count, plural, one {# day} other {# days}} left')).toBe(
    '{count, plural, one {# day} other {# days}} \u202eleeft\u202c',
  );
  expect(mirroredTree({ a: { b: 'go' }, c: ['a'] })).toEqual({ a: { b: '\u202egoo\u202c' }, c: ['\u202eaa\u202c'] });
});

test('it has every message that English has, and is written from the right', async () => {
  const { site } = await loadMessages(asLanguage(pseudoLanguage), ['site']);
  const { site: english } = await loadMessages('en', ['site']);
  expect(Object.keys(site)).toEqual(Object.keys(english));
  expect(directionOf(pseudoLanguage)).toBe('rtl');
  expect(directionOf('de')).toBe('ltr');
});
