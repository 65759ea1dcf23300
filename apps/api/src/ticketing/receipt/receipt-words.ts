import { formatMoney } from '@festivals/domain/money';
import type { Language } from '@festivals/domain/primitives';
import { localised } from '@festivals/messages';
import { paper } from '@festivals/messages/paper';
import { createTranslator } from 'use-intl/core';
import { localeOf } from '../../paper/locale-of.ts';
import { printable } from '../../paper/printable.ts';
import { formatRate, wordsIn } from '../tickets/ticket-pdf-words.ts';
import type { FestivalOnPaper } from '../tickets/ticket-to-print.ts';
import type { ReceiptToPrint } from './receipt-to-print.ts';

export interface Reader {
  festival: FestivalOnPaper;
  language: Language;
}

const translator = (language: Language) => createTranslator({ locale: language, messages: paper[language] });

/** How a receipt speaks to its reader: its words, and amounts, rates, days and names as they are written there. */
export function wordsFor({ currency }: Pick<ReceiptToPrint, 'currency'>, { festival, language }: Reader) {
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: festival.zone });
  return {
    t: translator(language),
    common: wordsIn(language),
    money: (amount: number) => formatMoney(amount, currency, localeOf(language)),
    rate: (rate: number) => formatRate(rate, language),
    day: (instant: string) => day.format(new Date(instant)),
    named: (name: Parameters<typeof localised>[0]) => printable(localised(name, language, festival.languages)),
  };
}
export type Words = ReturnType<typeof wordsFor>;
