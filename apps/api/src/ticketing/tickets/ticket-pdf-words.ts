import type { Theme } from '@festivals/domain/festival/contract';
import { formatMoney, splitVat } from '@festivals/domain/money';
import type { Language } from '@festivals/domain/primitives';
import { common } from '@festivals/messages/common';
import { createTranslator } from 'use-intl/core';
import { inkOf } from '../../festival/ink-of.ts';
import { localeOf } from '../../paper/locale-of.ts';
import { printable } from '../../paper/printable.ts';
import type { TicketToPrint } from './ticket-to-print.ts';

export const wordsIn = (language: Language) => createTranslator({ locale: language, messages: common[language] });

/** The festival's own colour where it chose one, else its palette's ink. */
export const inkFor = (theme: Theme): string => theme.accent ?? inkOf(theme);

/** A ticket's number as people say it: the last eight digits of its id. */
export const numberOf = ({ id }: Pick<TicketToPrint, 'id'>): string =>
  id
    .slice(-8)
    .toUpperCase()
    .replace(/(.{4})(.{4})/, '$1 $2');

/** What it cost; nothing on a gift. */
export function priceOf({ price, currency }: TicketToPrint, language: Language): string {
  if (price === null) return '';
  return price === 0 ? wordsIn(language)('ticket.free') : formatMoney(price, currency, localeOf(language));
}

/** The tax within the price; where a company owes it, which one, and the words that the law wants. */
export function vatOf({ price, vat, currency, company }: TicketToPrint, language: Language): string {
  if (!price) return '';
  if (company) {
    const named = [company.name, company.vatNumber].flatMap((text) => (text === undefined ? [] : [printable(text)]));
    return `${named.join(', ')}. ${wordsIn(language)('reverseCharge.mention')}`;
  }
  if (vat === 0) return '';
  const amount = formatMoney(splitVat(price, vat).vat, currency, localeOf(language));
  return wordsIn(language)('ticket.vatIncluded', { rate: formatRate(vat, language), amount });
}

/** The festival's days. They are dates on the festival's own calendar already, so that no zone may move them. */
export function formatDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(startsOn), new Date(endsOn));
}

/** 2 100 basis points as "21 %". */
export const formatRate = (basisPoints: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
