import type { Festival } from '@festivals/domain/festival/contract';
import { chart, type LedgerAccount } from '@festivals/domain/ledger/chart';
import { isLanguage, localised } from '@festivals/messages';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import { priceRulesQuery } from '../ticketing/pricing/queries.ts';
import { ticketOptionsQuery, ticketTypesQuery } from '../ticketing/queries.ts';

const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What an account is about in words: a ticket type's, option's or fee's name; a provider is called what buyers know it by. */
export function useSubjectName(festival: Festival): (account: LedgerAccount, subject: string) => string {
  const t = useTranslations('office.ledger');
  const ways: Readonly<Record<string, string>> = useMessages().office.payments.by;
  const locale = useLocale();
  const { data: types = [] } = useQuery(ticketTypesQuery(festival.id));
  const { data: options = [] } = useQuery(ticketOptionsQuery(festival.id));
  const { data: prices } = useQuery(priceRulesQuery(festival.id));
  return (account, subject) => {
    const named = { ticketType: types, option: options, fee: prices?.rules.fees ?? [], provider: [] };
    const type = named[chart[account].subject ?? 'provider'].find(({ id }) => id === subject);
    if (type) return localised(type.name, isLanguage(locale) ? locale : 'en', festival.languages);
    // What was sold is booked for good, whether it is still offered or not.
    return (
      ways[subject] ?? (isId.test(subject) ? t('formerSubject', { id: subject.slice(-6).toUpperCase() }) : subject)
    );
  };
}
