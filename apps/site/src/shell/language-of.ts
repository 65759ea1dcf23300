import { isLanguage, type Language } from '@festivals/messages';
import { setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';

/** The language that the address names, told to next-intl so that the page can be made ahead. An unknown one is no page. */
export function languageOf(locale: string): Language {
  if (!isLanguage(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}
