import { defaultLanguage, languages, type Language } from '@festivals/messages';
import type { Metadata } from 'next';
import { inLanguage } from './paths.ts';
import { siteOrigin } from './site-origin.ts';

/** A page's one true address. */
export const absoluteAddress = (language: Language, path: string): string => siteOrigin() + inLanguage(language, path);

/** Where the same page is found in every language. */
export function alternates(language: Language, path: string): Metadata['alternates'] {
  const byLanguage = Object.fromEntries(languages.map((one) => [one, absoluteAddress(one, path)]));
  return {
    canonical: absoluteAddress(language, path),
    languages: { ...byLanguage, 'x-default': absoluteAddress(defaultLanguage, path) },
  };
}
