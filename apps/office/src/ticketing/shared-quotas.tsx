import type { SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { QuotaBar } from './quota-bar.tsx';

type Props = {
  quotas: readonly SharedQuota[];
  types: readonly TicketType[];
  /** Opens one, or a new one; null for who may only look. */
  open: ((id: string) => void) | null;
};

/** Quotas over several types: each of their tickets counts in its own quota and in these. */
export function SharedQuotas({ quotas, types, open }: Props) {
  const t = useTranslations('office.sharedQuota');
  const tickets = useTranslations('office.tickets');
  const language = useLanguage();
  const namesOf = (ids: readonly string[]) =>
    types.filter(({ id }) => ids.includes(id)).map(({ name }) => localised(name, language));
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('lead')}
        actions={
          open !== null && (
            <Button size="sm" onClick={() => open('new')}>
              <Plus aria-hidden="true" />
              {t('create')}
            </Button>
          )
        }
      />
      {quotas.length > 0 && (
        <CardBody>
          <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
            {quotas.map((quota) => (
              <li key={quota.id} className="min-w-0 space-y-1">
                <span className="flex items-baseline justify-between gap-3">
                  {open === null ? (
                    <span className="text-ui font-medium text-ink">{quota.name}</span>
                  ) : (
                    <button
                      type="button"
                      onClick={() => open(quota.id)}
                      className="min-w-0 cursor-pointer truncate rounded-sm text-left text-ui font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                    >
                      {quota.name}
                    </button>
                  )}
                  <span className="tabular shrink-0 text-xs text-ink-soft">
                    {tickets('quotaDetail', { sold: quota.sold, held: quota.held, capacity: quota.capacity })}
                  </span>
                </span>
                <QuotaBar {...quota} />
                <span className="block text-xs text-ink-faint">
                  {namesOf(quota.ticketTypeIds).join(' · ') || t('noTypes')}
                </span>
              </li>
            ))}
          </ul>
        </CardBody>
      )}
    </Card>
  );
}
