import type { Festival } from '@festivals/domain/festival/contract';
import type { OrderMoment } from '@festivals/domain/ticketing/order-deeds-contract';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useDeedName } from '../identity/deed-name.ts';

type Details = Partial<Record<'amount' | 'total' | 'kept' | 'reason' | 'ticket' | 'holder', unknown>>;

const detailsOf = ({ details }: OrderMoment): Details =>
  typeof details === 'object' && details !== null ? details : {};

/** Everything that happened to an order, the latest first: what, who, when, and the few words that belong to it. */
export function OrderStory({ festival, moments }: { festival: Festival; moments: readonly OrderMoment[] }) {
  const t = useTranslations('office.orderDeeds');
  const format = useFormatter();
  const locale = useLocale();
  const { deedName } = useDeedName();
  if (moments.length === 0) return null;
  const said = (name: string) =>
    name === 'access.ticket_admitted'
      ? t('scanned')
      : name === 'access.ticket_admitted_again'
        ? t('scannedAgain')
        : deedName(name);
  const words = (moment: OrderMoment) => {
    const { amount, total, reason, ticket, holder } = detailsOf(moment);
    const cents = [amount, total].find((value) => typeof value === 'number');
    return [
      typeof cents === 'number' && formatMoney(cents, festival.currency, locale),
      typeof holder === 'string' && holder,
      typeof ticket === 'string' && ticket.slice(-8).toUpperCase(),
      typeof reason === 'string' && reason,
    ].filter((word) => typeof word === 'string' && word !== '');
  };
  return (
    <Card>
      <CardHeader title={t('story')} />
      <CardBody>
        <ol className="space-y-3">
          {moments.toReversed().map((moment) => (
            <li key={moment.id} className="border-s-2 border-line ps-3 text-ui">
              <p className="text-ink">
                {moment.by !== null && <span className="font-medium">{moment.by} </span>}
                {said(moment.name)}
              </p>
              <p className="text-xs break-words text-ink-soft">{words(moment).join(' · ')}</p>
              <p className="tabular text-xs text-ink-faint">
                <time dateTime={moment.at}>
                  {format.dateTime(new Date(moment.at), 'moment', { timeZone: festival.zone })}
                </time>
              </p>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
