import type { Festival } from '@festivals/domain/festival/contract';
import { chart, type LedgerAccount } from '@festivals/domain/ledger/chart';
import { isLanguage, localised } from '@festivals/messages';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'use-intl';

import { priceRulesQuery } from '../ticketing/pricing/queries.ts';
import { ticketOptionsQuery, ticketTypesQuery } from '../ticketing/queries.ts';

/** What an account is about in words: a ticket type's, option's or fee's name; a provider is called what it is called. */
export function useSubjectName(festival: Festival): (account: LedgerAccount, subject: string) => string {
  const locale = useLocale();
  const { data: types = [] } = useQuery(ticketTypesQuery(festival.id));
  const { data: options = [] } = useQuery(ticketOptionsQuery(festival.id));
  const { data: prices } = useQuery(priceRulesQuery(festival.id));
  return (account, subject) => {
    const named = { ticketType: types, option: options, fee: prices?.rules.fees ?? [], provider: [] };
    const type = named[chart[account].subject ?? 'provider'].find(({ id }) => id === subject);
    return type ? localised(type.name, isLanguage(locale) ? locale : 'en', festival.languages) : subject;
  };
}
