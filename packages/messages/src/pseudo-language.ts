import type { Language } from './language.ts';

/**
 * No language: English that is written from right to left and half as long again, so that a page shows what it does to both without
 * anybody who reads Arabic. It is offered nowhere and spoken only where an operator asks for it.
 */
export const pseudoLanguage = 'ar-XB';

/** The pseudo-language where a language is wanted. It is none of the six: whatever is looked up by it must know it or fall back. */
export const asLanguage = (text: typeof pseudoLanguage): Language => text as unknown as Language;

export const isPseudoLanguage = (language: string): boolean => language === pseudoLanguage;

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (isPseudoLanguage(language) ? 'rtl' : 'ltr');

const [mirror, end] = ['\u202e', '\u202c'];
// What stands in braces or angle brackets is for the machine.
const pieces = /(?<machine><[^>]*>)|(?<word>[^\s<>{}]+)/g;

/** One message, each word mirrored and with its vowels doubled; placeholders and tags stay as they are. */
export function mirrored(message: string): string {
  let depth = 0;
  return message.replace(/[{}]|[^{}]+/g, (part) => {
    if (part === '{') depth += 1;
    if (part === '}') depth -= 1;
    if (depth > 0 || part === '}' || part === '{') return part;
    return part.replace(pieces, (whole, machine: string | undefined) =>
      machine === undefined ? `${mirror}${whole.replace(/[aeiou]/gi, '$&$&')}${end}` : whole,
    );
  });
}

/** All messages of a tree, mirrored. */
export function mirroredTree<T>(tree: T): T {
  if (typeof tree === 'string') return mirrored(tree) as T & string;
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, mirroredTree<unknown>(value)]);
  // The same keys with texts where texts were.
  return (Array.isArray(tree) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}
