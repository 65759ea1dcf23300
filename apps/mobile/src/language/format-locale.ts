import type { Language } from '@festivals/messages';

/** English is written in Europe here: 24 hours and the day before the month, unless the device says otherwise. */
const WITHOUT_REGION: Partial<Record<Language, string>> = { en: 'en-GB' };

/** The locale for dates and numbers: the device's own region where it speaks the chosen language. */
export const formatLocale = (language: Language, deviceTags: readonly string[]): string =>
  deviceTags.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? WITHOUT_REGION[language] ?? language;
