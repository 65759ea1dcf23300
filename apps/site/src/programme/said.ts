import { languages, type Language } from '@festivals/messages';

/** A text and the language that it is in, where that is not the reader's: then an element says so by its `lang`. */
export function said(
  texts: Readonly<Partial<Record<Language, string | undefined>>>,
  reader: Language,
  fallbacks: readonly Language[],
): { text: string; lang: Language | undefined } | null {
  const found = [reader, ...fallbacks, ...languages].find((one) => texts[one]);
  return found === undefined ? null : { text: texts[found] ?? '', lang: found === reader ? undefined : found };
}
