import { defaultLanguage, languages, type Language } from '@festivals/messages';
import type { Metadata } from 'next';
import { inLanguage } from './paths.ts';

/** Where the same page is found in every language. */
export function alternates(language: Language, path: string): Metadata['alternates'] {
  const byLanguage = Object.fromEntries(languages.map((one) => [one, inLanguage(one, path)]));
  return {
    canonical: inLanguage(language, path),
    languages: { ...byLanguage, 'x-default': inLanguage(defaultLanguage, path) },
  };
}
