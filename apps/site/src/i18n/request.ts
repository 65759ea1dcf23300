import { defaultLanguage, type Language } from '@festivals/messages';
import { loadMessages, type Messages } from '@festivals/messages/load-messages';
import { getRequestConfig } from 'next-intl/server';
import { isPageLanguage } from './page-language.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Pick<Messages, 'site'>;
  }
}

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asked !== undefined && isPageLanguage(asked) ? asked : defaultLanguage;
  return { locale, messages: await loadMessages(locale, ['site']) };
});
