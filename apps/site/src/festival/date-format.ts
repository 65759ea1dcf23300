import { localeOf, type Language } from '@festivals/messages';

/** Making a format costs a hundred times what using it does: a page of times shares a few. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of dates or times with these options, as a language writes them; the same one whenever it is asked for. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), options);
  formats.set(key, made);
  return made;
}
