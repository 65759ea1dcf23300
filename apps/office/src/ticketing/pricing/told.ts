import { Language } from '@festivals/domain/primitives';

/** A text in those languages in which there is one. */
export function told(texts: Partial<Record<Language, string | undefined>>): Partial<Record<Language, string>> {
  const kept: Partial<Record<Language, string>> = {};
  for (const language of Language.options) {
    const text = texts[language];
    if (text !== undefined) kept[language] = text;
  }
  return kept;
}
