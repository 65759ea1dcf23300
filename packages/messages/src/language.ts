/** The languages that every face speaks, in the order in which a menu lists them. */
export const languages = ['fr', 'en', 'de', 'es', 'it', 'pt'] as const;

export type Language = (typeof languages)[number];

/** Spoken where nothing better is known; its files are the source of every key. */
export const defaultLanguage: Language = 'en';

/** Each language's name in itself, as a menu shows it to whoever reads no other. */
export const languageNames: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
};

/** Where a language is at home when nothing says otherwise: English and Portuguese are written here as in Europe. */
const locales = { fr: 'fr', en: 'en-GB', de: 'de', es: 'es', it: 'it', pt: 'pt-PT' } as const satisfies Record<
  Language,
  string
>;

export type Locale = (typeof locales)[Language];

/** The locale in which a language's dates, numbers and money are written: `localeOf('pt')` is `pt-PT`. */
export const localeOf = (language: Language): Locale => locales[language] ?? 'en-GB';

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** The first language of `wanted` (tags as `de-AT`, best first) that we speak. */
export function speak(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return defaultLanguage;
}

/** The best language for an `Accept-Language` header (RFC 9110, 12.5.4). */
export function acceptedLanguage(header: string | null | undefined): Language {
  const weighed = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const q = parameters
      .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
      .find((value) => value !== undefined);
    return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q) };
  });
  return speak(
    weighed
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ tag }) => tag),
  );
}

/** The text in the reader's language, else in the first of `fallbacks` that has one, else in any; '' when there is none. */
export function localised(
  texts: Readonly<Partial<Record<Language, string | undefined>>>,
  language: Language,
  fallbacks: readonly Language[] = [defaultLanguage],
): string {
  for (const one of [language, ...fallbacks, ...languages]) {
    const text = texts[one];
    if (text) return text;
  }
  return '';
}
