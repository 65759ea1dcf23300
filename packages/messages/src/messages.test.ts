import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultLanguage, languages } from './language.ts';

const folder = new URL('../messages/', import.meta.url);
const namespaces = readdirSync(new URL(`${defaultLanguage}/`, folder)).toSorted();
const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'));

/** `{ a: { b: 'text' } }` → `{ 'a.b': 'text' }`. */
function flat(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') return { [path]: value };
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is neither a text nor a group`);
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flat(inner, path ? `${path}.${key}` : key)));
}

/** Names and kinds of everything that a message asks its caller for: `count:plural`, `name:argument`, `b:tag`. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const own = `${element.value}:${TYPE[element.type]}`;
    if (element.type === TYPE.tag) return [own, ...placeholders(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [own, ...Object.values(element.options).flatMap((option) => placeholders(option.value))];
    }
    return [own];
  });
}

const asked = (message: string) => [...new Set(placeholders(parse(message)))].toSorted();

describe.each(namespaces)('%s', (file) => {
  const source = flat(read(defaultLanguage, file));

  it.each(languages)('in %s has the source’s keys, each with a text and the same placeholders', (language) => {
    const texts = flat(read(language, file));
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(source).toSorted());
    const silent = Object.keys(texts).filter((key) => texts[key]?.trim() === '');
    expect(silent).toEqual([]);
    const wanted = Object.entries(source).map(([key, text]) => [key, asked(text)]);
    expect(Object.entries(source).map(([key]) => [key, asked(texts[key] ?? '')])).toEqual(wanted);
  });
});

it('every language has the same files', () => {
  for (const language of languages) expect(readdirSync(new URL(`${language}/`, folder)).toSorted()).toEqual(namespaces);
});

it('French never lets a line begin with its spaced punctuation', () => {
  const loose = namespaces.flatMap((file) =>
    Object.entries(flat(read('fr', file))).filter(([, text]) => / [:;?!»]|« /.test(text)),
  );
  expect(loose).toEqual([]);
});
