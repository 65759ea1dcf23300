import type { Language } from '@festivals/domain/primitives';

const european: Partial<Record<Language, string>> = { en: 'en-GB', pt: 'pt-PT' };

/** How Europe writes dates and numbers: a bare `en` or `pt` would be American. */
export const localeOf = (language: Language): string => european[language] ?? language;
