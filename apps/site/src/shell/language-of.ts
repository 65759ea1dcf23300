import type { Language } from '@festivals/messages';
import { setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { isPageLanguage } from '../i18n/page-language.ts';

/** The language that the address names, told to next-intl so that the page can be made ahead. An unknown one is no page. */
export function languageOf(locale: string): Language {
  if (!isPageLanguage(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}
