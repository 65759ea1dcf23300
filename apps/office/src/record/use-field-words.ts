import { isLanguage, languageNames, localised } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import type { Festival } from '@festivals/domain/festival/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormatter, useLocale, useMessages, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { valueText, type Change, type Names, type Pen } from './value-text.ts';

const isMembers = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Of everything that was loaded of a festival, what each thing is called. */
function namesIn(value: unknown, language: ReturnType<typeof useLanguage>, names: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const one of value) namesIn(one, language, names);
    return;
  }
  if (!isMembers(value)) return;
  const { id, name } = value;
  if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
  if (typeof id === 'string' && isMembers(name)) names.set(id, localised(name, language));
  for (const inner of Object.values(value)) if (Array.isArray(inner)) namesIn(inner, language, names);
}

/** What fields are called and how their values read, in the reader's language. */
export function useFieldWords(festival: Pick<Festival, 'id' | 'currency' | 'zone'>) {
  const t = useTranslations('office.record');
  const { office } = useMessages();
  const format = useFormatter();
  const locale = useLocale();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const words = useMemo<Names>(
    () => ({
      ...office.placeKind,
      ...office.stands.kind,
      ...office.stands.category,
      ...office.stands.diet,
      ...office.menu.allergen,
      ...office.programmeEdit.status,
      ...office.announcing.how,
      ...office.festivalStatus,
      ...office.role,
      ...office.prices.fees.kinds,
      ...office.prices.discounts.kinds,
      ...office.prices.roundings,
      ...office.prices.proofsOfWork,
      ...office.codes.effects,
      ...office.option.kind,
      ...office.tickets.disclosures,
      ...languageNames,
    }),
    [office],
  );
  const fields: Names = office.record.field;

  const fieldName = (field: string): string =>
    fields[field] ??
    // A field that has no name yet is shown by its own: `guestQuota` → `Guest quota`.
    field
      .replaceAll(/([A-Z])/g, ' $1')
      .replace(/^./, (letter) => letter.toUpperCase())
      .toLowerCase();

  const penFor = (): Pen => {
    const names = new Map<string, string>();
    for (const [, data] of queryClient.getQueriesData({ queryKey: ['festival', festival.id] }))
      namesIn(isMembers(data) && !Array.isArray(data) ? Object.values(data) : data, language, names);
    return {
      money: (cents, currency = festival.currency) => formatMoney(cents, currency, locale),
      rate: (points) => format.number(points / 10_000, 'rate'),
      moment: (instant) => format.dateTime(new Date(instant), 'moment', { timeZone: festival.zone }),
      day: (date) => format.dateTime(new Date(`${date}T12:00:00Z`), 'day', { timeZone: 'UTC' }),
      number: (value) => format.number(value),
      list: (parts) => parts.join(' · '),
      nameOf: (word) => words[word] ?? names.get(word),
      yes: t('yes'),
      no: t('no'),
      nothing: t('nothing'),
    };
  };
  return {
    nameOf: ({ field, language: one }: Pick<Change, 'field' | 'language'>): string =>
      one !== null && isLanguage(one)
        ? t('inLanguage', { field: fieldName(field), language: languageNames[one] })
        : fieldName(field),
    /** Writes a value of a field. */
    write: (field: string, value: unknown): string => valueText(field, value, penFor()),
  };
}
