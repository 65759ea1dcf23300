import { isLanguage, defaultLanguage, type Language } from '@festivals/messages';
import { getLocales } from 'expo-localization';
import { useLocale } from 'use-intl';
import { formatLocale } from './format-locale.ts';

/** The language that the app speaks now. */
export function useLanguage(): Language {
  const locale = useLocale();
  return isLanguage(locale) ? locale : defaultLanguage;
}

/** The locale in which the app writes dates and numbers. */
export const useFormatLocale = (): string =>
  formatLocale(
    useLanguage(),
    getLocales().map((locale) => locale.languageTag),
  );
