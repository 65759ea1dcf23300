import { formatMoney } from '@festivals/ui/money';
import { Tooltip } from '@festivals/ui/tooltip';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { Sales } from './queries.ts';

/** A bar a day, each to be pointed at or read; the same figures as a list for screen readers. */
export function SalesByDay({ sales }: { sales: Sales }) {
  const t = useTranslations('office.sales');
  const locale = useLocale();
  const format = useFormatter();
  if (sales.days.length === 0) return <p className="py-16 text-center text-ui text-ink-faint">{t('noDays')}</p>;
  const highest = Math.max(1, ...sales.days.map((day) => day.tickets));
  const dayOf = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), 'shortDay', { timeZone: 'UTC' });
  const [first, last] = [sales.days[0], sales.days.at(-1)];
  return (
    <figure className="flex h-full min-h-52 flex-col">
      <div className="relative mt-3 flex-1">
        {[1, 0.5, 0].map((share) => (
          <span
            key={share}
            aria-hidden="true"
            className="tabular absolute inset-x-0 border-t border-line text-2xs leading-none text-ink-faint"
            style={{ bottom: `${share * 100}%` }}
          >
            <span className="absolute -top-1.5 bg-surface pr-1.5">{format.number(Math.round(highest * share))}</span>
          </span>
        ))}
        <ol className="absolute inset-0 flex items-end gap-[3px] pl-8">
          {sales.days.map(({ day, tickets, revenue }) => {
            const text = t('day', { day: dayOf(day), tickets, revenue: formatMoney(revenue, sales.currency, locale) });
            return (
              <li key={day} className="flex h-full max-w-10 min-w-0 flex-1 items-end">
                <Tooltip text={text}>
                  <span
                    tabIndex={0}
                    role="img"
                    aria-label={text}
                    className="block w-full rounded-t-sm bg-accent/85 transition-[height] duration-500 hover:bg-accent focus-visible:bg-accent"
                    style={{ height: `${Math.max(1, (tickets / highest) * 100)}%` }}
                  />
                </Tooltip>
              </li>
            );
          })}
        </ol>
      </div>
      <figcaption aria-hidden="true" className="tabular mt-1.5 flex justify-between pl-8 text-xs text-ink-faint">
        <span>{first && dayOf(first.day)}</span>
        {sales.days.length > 1 && <span>{last && dayOf(last.day)}</span>}
      </figcaption>
    </figure>
  );
}
