import { Money } from '@festivals/ui/money';
import { localised } from '@festivals/messages';
import { useLocale, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { QuotaBar } from './quota-bar.tsx';
import type { Sales } from './queries.ts';

/** How full each type is, and what it brought. */
export function SalesByType({ sales }: { sales: Sales }) {
  const t = useTranslations('office.sales');
  const locale = useLocale();
  const language = useLanguage();
  return (
    <ul className="space-y-4">
      {sales.types.map((type) => (
        <li key={type.ticketTypeId} className="space-y-1.5">
          <div className="flex items-baseline justify-between gap-3 text-ui">
            <span className="min-w-0 truncate font-medium text-ink">{localised(type.name, language)}</span>
            <Money cents={type.revenue} currency={sales.currency} locale={locale} round className="text-ink-soft" />
          </div>
          <QuotaBar {...type} />
          <p className="tabular text-xs text-ink-faint">
            {t('typeDetail', { sold: type.sold, held: type.held, capacity: type.capacity })}
          </p>
        </li>
      ))}
    </ul>
  );
}
