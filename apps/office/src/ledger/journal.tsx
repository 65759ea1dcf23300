import type { Festival } from '@festivals/domain/festival/contract';
import { chart } from '@festivals/domain/ledger/chart';
import type { EntryKind, LedgerEntry } from '@festivals/domain/ledger/contract';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Money } from '@festivals/ui/money';
import { ChevronRight } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useSubjectName } from './use-subject-name.ts';

const tones: Record<EntryKind, BadgeTone> = {
  ORDER_PAID: 'success',
  ORDER_REFUNDED: 'warning',
  LATE_MONEY_RETURNED: 'warning',
  CORRECTION: 'accent',
  RECEIVED_BY_HAND: 'success',
  REFUND_OWED: 'warning',
  REPAID_BY_HAND: 'info',
  PROVIDER_FEE: 'neutral',
  PLATFORM_FEE: 'neutral',
  PAYOUT: 'info',
  DISPUTE_OPENED: 'warning',
  DISPUTE_WON: 'success',
  DISPUTE_LOST: 'danger',
};

/** Entries, newest first; each opens to show its lines. */
export function Journal({ festival, entries }: { festival: Festival; entries: readonly LedgerEntry[] }) {
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry festival={festival} entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ festival, entry }: { festival: Festival; entry: LedgerEntry }) {
  const t = useTranslations('office.ledger');
  const format = useFormatter();
  const locale = useLocale();
  const [{ currency } = { currency: 'EUR' as const }] = entry.legs;
  const moved = entry.legs.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-5 py-2 text-ui hover:bg-hover/50">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={tones[entry.kind]}>{t(`kinds.${entry.kind}`)}</Badge>
          {entry.reason && <span className="truncate text-ink">{entry.reason}</span>}
          <span className="text-xs text-ink-faint">
            {format.dateTime(new Date(entry.occurredAt), 'moment', { timeZone: festival.zone })}
          </span>
        </span>
        <Money cents={moved} currency={currency} locale={locale} className="font-medium text-ink" />
      </summary>
      <Lines festival={festival} entry={entry} />
    </details>
  );
}

function Lines({ festival, entry }: { festival: Festival; entry: LedgerEntry }) {
  const t = useTranslations('office.ledger');
  const locale = useLocale();
  const subjectName = useSubjectName(festival);
  return (
    <table className="mb-3 w-full text-xs text-ink-soft">
      <caption className="sr-only">{t('legs', { entry: t(`kinds.${entry.kind}`) })}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('account')}</th>
          <th scope="col">{t('debit')}</th>
          <th scope="col">{t('credit')}</th>
        </tr>
      </thead>
      <tbody>
        {entry.legs.map((leg) => (
          <tr key={`${leg.account} ${leg.subject} ${leg.rate} ${leg.amount}`}>
            <td className="py-1 pr-3 pl-12">
              <span className="tabular text-ink-faint">{chart[leg.account].number}</span> {t(`accounts.${leg.account}`)}
              {leg.subject !== '' && <span className="text-ink-faint"> · {subjectName(leg.account, leg.subject)}</span>}
            </td>
            <td className="tabular w-28 py-1 text-right">
              {leg.amount > 0 && <Money cents={leg.amount} currency={leg.currency} locale={locale} />}
            </td>
            <td className="tabular w-28 py-1 pr-5 text-right">
              {leg.amount < 0 && <Money cents={-leg.amount} currency={leg.currency} locale={locale} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
