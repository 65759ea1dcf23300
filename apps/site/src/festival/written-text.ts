import type { Language } from '@festivals/messages';

/** A text as it was found: what it says, and in which language, which may be another one than the reader's. */
export interface WrittenText {
  language: Language;
  text: string;
}

/** The text in the reader's language, else in the first of the festival's that it is written in; null where there is none. */
export function writtenText(
  texts: Partial<Record<Language, string | undefined>>,
  language: Language,
  fallbacks: readonly Language[],
): WrittenText | null {
  for (const one of [language, ...fallbacks]) {
    const text = texts[one];
    if (text) return { language: one, text };
  }
  return null;
}
