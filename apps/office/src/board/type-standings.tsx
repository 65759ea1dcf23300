import { Badge } from '@festivals/ui/badge';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Money } from '@festivals/ui/money';
import { localised } from '@festivals/messages';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { QuotaBar } from '../ticketing/quota-bar.tsx';
import type { Sales } from './queries.ts';

/** How full each ticket type is, what it brought, and when it will be gone. */
export function TypeStandings({ sales }: { sales: Sales }) {
  const t = useTranslations('office.board');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const dayOf = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), 'day', { timeZone: 'UTC' });
  return (
    <Card className="min-w-0">
      <CardHeader title={t('types')} description={t('typesLead')} />
      <CardBody>
        <ul className="space-y-4">
          {sales.types.map(({ ticketTypeId, name, sold, held, capacity, left, revenue, lastWeek, soldOutOn }) => (
            <li key={ticketTypeId} className="space-y-1.5">
              <div className="flex items-baseline justify-between gap-3 text-ui">
                <span className="min-w-0 truncate font-medium text-ink">{localised(name, language)}</span>
                {left === 0 && capacity > 0 ? (
                  <Badge tone="success">{t('soldOut')}</Badge>
                ) : (
                  <Money cents={revenue} currency={sales.currency} locale={locale} round className="text-ink-soft" />
                )}
              </div>
              <QuotaBar sold={sold} held={held} capacity={capacity} />
              <p className="tabular text-xs text-pretty text-ink-faint">
                {[
                  t('typeSold', { sold, capacity, held }),
                  lastWeek > 0 && t('typeWeek', { count: lastWeek }),
                  soldOutOn !== null && t('soldOutOn', { day: dayOf(soldOutOn) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
