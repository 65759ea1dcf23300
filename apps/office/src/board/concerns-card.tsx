import { Card, CardHeader } from '@festivals/ui/card';
import type { Concern } from '@festivals/domain/board/contract';
import { localised } from '@festivals/messages';
import { Link } from '@tanstack/react-router';
import {
  CalendarClock,
  ChevronRight,
  CircleCheck,
  Copy,
  CreditCard,
  HandCoins,
  ScanLine,
  Smartphone,
  Ticket,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';

const icons = {
  payments_failed: CreditCard,
  money_to_look_at: HandCoins,
  scans_quarantined: ScanLine,
  double_admissions: Copy,
  tickets_low: Ticket,
  sets_unconfirmed: CalendarClock,
  devices_silent: Smartphone,
} as const;

/** Where each is looked into. */
const places = {
  payments_failed: '/f/$slug/orders',
  money_to_look_at: '/f/$slug/ledger/attention',
  scans_quarantined: '/f/$slug/gates',
  double_admissions: '/f/$slug/gates',
  tickets_low: '/f/$slug/tickets',
  sets_unconfirmed: '/f/$slug/programme',
  devices_silent: '/f/$slug/devices',
} as const;

/** What somebody should look at, each with the way there; calm when there is nothing. */
export function ConcernsCard({ concerns, slug }: { concerns: readonly Concern[]; slug: string }) {
  const t = useTranslations('office.board');
  const language = useLanguage();
  const textOf = (concern: Concern) =>
    concern.kind === 'tickets_low'
      ? t('concern.tickets_low', { name: localised(concern.name, language), left: concern.left })
      : concern.kind === 'sets_unconfirmed'
        ? t('concern.sets_unconfirmed', { count: concern.count, days: concern.days })
        : t(`concern.${concern.kind}`, { count: concern.count });
  return (
    <Card className="flex min-w-0 flex-1 flex-col">
      <CardHeader title={t('attention')} />
      {concerns.length === 0 ? (
        <p className="flex items-center gap-2.5 px-5 pb-5 text-ui text-ink-soft">
          <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-success" />
          {t('nothing')}
        </p>
      ) : (
        <ul className="px-2 pb-2">
          {concerns.map((concern) => {
            const Icon = icons[concern.kind];
            return (
              <li key={concern.kind === 'tickets_low' ? concern.ticketTypeId : concern.kind}>
                <Link
                  to={places[concern.kind]}
                  params={{ slug }}
                  className="flex min-h-11 items-center gap-3 rounded-lg px-3 py-2 text-ui text-ink transition-colors hover:bg-hover/60"
                >
                  <Icon
                    aria-hidden="true"
                    className={`size-4.5 shrink-0 ${concern.kind === 'tickets_low' ? 'text-ink-faint' : 'text-warning'}`}
                  />
                  <span className="min-w-0 flex-1 text-pretty">{textOf(concern)}</span>
                  <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
