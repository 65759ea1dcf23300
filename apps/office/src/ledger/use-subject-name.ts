import type { Festival } from '@festivals/domain/festival/contract';
import { chart, type LedgerAccount } from '@festivals/domain/ledger/chart';
import { isLanguage, localised } from '@festivals/messages';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'use-intl';

import { ticketTypesQuery } from '../ticketing/queries.ts';

/** What an account is about in words: a ticket type's name; a provider is called what it is called. */
export function useSubjectName(festival: Festival): (account: LedgerAccount, subject: string) => string {
  const locale = useLocale();
  const { data: types = [] } = useQuery(ticketTypesQuery(festival.id));
  return (account, subject) => {
    if (chart[account].subject !== 'ticketType') return subject;
    const type = types.find(({ id }) => id === subject);
    return type ? localised(type.name, isLanguage(locale) ? locale : 'en', festival.languages) : subject;
  };
}
