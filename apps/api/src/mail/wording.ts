import type { Language } from '@festivals/domain/primitives';
import { mail as texts, type MailMessages } from '@festivals/messages/mail';
import { createTranslator, type TranslationValues } from 'use-intl/core';
import type { Letter } from './letter.ts';
import type { MailValues, Template } from './mail-values.ts';

export const translator = (language: Language) => createTranslator({ locale: language, messages: texts[language] });
export type Translate = ReturnType<typeof translator>;

export type Body = Pick<Letter, 'subject' | 'preheader' | 'title' | 'text' | 'button' | 'note'> &
  Partial<Pick<Letter, 'facts' | 'also'>>;

/** Writes what is said in some mails, each from what it is told. */
export type Writers<T extends Template> = {
  [One in T]: (t: Translate, values: MailValues[One], language: Language) => Body;
};

type Part = 'subject' | 'preheader' | 'title' | 'text' | 'note' | 'button';
/** Mails that have a wording of their own for each part. */
type Worded = {
  [T in keyof MailMessages]: MailMessages[T] extends Record<Part, string> ? T : never;
}[keyof MailMessages];

/** A mail's own words, each told all that one of them may name; `link` is where its button leads. */
export function wording(t: Translate, mail: Worded, link: string, named: TranslationValues = {}): Body {
  return {
    subject: t(`${mail}.subject`, named),
    preheader: t(`${mail}.preheader`, named),
    title: t(`${mail}.title`, named),
    text: t(`${mail}.text`, named),
    button: { label: t(`${mail}.button`, named), link },
    note: t(`${mail}.note`, named),
  };
}

/** A stranger may register someone else's address under any name: none that is an address to click on is repeated to them. */
export const isGreetable = (name: string): boolean => name !== '' && name.length <= 60 && !/[/:@\\]|\.\S/.test(name);

export const dayOf = ({ instant, zone }: { instant: string; zone: string }, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(new Date(instant));

/** "3 – 5 July 2026". Local dates are no instants: read and written in UTC, they stay the days they are. */
export const daysOf = (
  { startsOn, endsOn }: Pick<MailValues['tickets'], 'startsOn' | 'endsOn'>,
  language: Language,
): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(startsOn),
    new Date(endsOn),
  );
