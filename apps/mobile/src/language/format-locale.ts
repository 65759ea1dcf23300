import { localeOf, type Language } from '@festivals/messages';

/** The locale for dates and numbers: the device's own region where it speaks the chosen language. */
export const formatLocale = (language: Language, deviceTags: readonly string[]): string =>
  deviceTags.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? localeOf(language);
