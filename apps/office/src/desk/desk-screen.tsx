import type { Festival } from '@festivals/domain/festival/contract';
import { DeskMeans } from '@festivals/domain/ticketing/desk-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { formatMoney, Money } from '@festivals/ui/money';
import { Select } from '@festivals/ui/select';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Printer, ShoppingBag, TicketCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { Page } from '../shell/page.tsx';
import { type DeskLine, deskLines, deskWishes } from './desk-lines.ts';

type Sale = Awaited<ReturnType<typeof api.ticketing.sellAtDesk>>;

/** The festival's own box office: what, for whom, paid by what; and then the tickets. */
export function DeskScreen() {
  const t = useTranslations('office.desk');
  const language = useLanguage();
  const { festival } = useFestival();
  const [sale, setSale] = useState<Sale | null>(null);
  const [turn, setTurn] = useState(0);
  const offers = useQuery({
    queryKey: ['festival', festival.id, 'ticket-types', 'offers'],
    queryFn: ({ signal }) => api.ticketing.listOffers({ params: { festivalId: festival.id } }, { signal }),
  });
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} narrow>
      {sale === null ? (
        <Loaded query={offers}>
          {(all) => {
            const lines = deskLines(all, language);
            return lines.length === 0 ? (
              <Card>
                <EmptyState icon={<ShoppingBag aria-hidden="true" />} title={t('empty')}>
                  {t('emptyDetail')}
                </EmptyState>
              </Card>
            ) : (
              <DeskForm key={turn} festival={festival} lines={lines} onSold={setSale} />
            );
          }}
        </Loaded>
      ) : (
        <Sold
          festival={festival}
          sale={sale}
          onNext={() => {
            setTurn(turn + 1);
            setSale(null);
          }}
        />
      )}
    </Page>
  );
}

function DeskForm({
  festival,
  lines,
  onSold,
}: {
  festival: Festival;
  lines: readonly DeskLine[];
  onSold: (sale: Sale) => void;
}) {
  const t = useTranslations('office.desk');
  const form = useTranslations('office.form');
  const locale = useLocale();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const keyFor = useDeedKey();
  const [wanted, setWanted] = useState<Readonly<Record<string, number>>>({});
  const [who, setWho] = useState({ name: '', email: '' });
  const [means, setMeans] = useState<DeskMeans>('CASH');
  const [reason, setReason] = useState('');
  const params = { festivalId: festival.id };
  const wishes = deskWishes(lines, wanted);
  const quote = useQuery({
    queryKey: ['festival', festival.id, 'desk', wishes],
    queryFn: ({ signal }) => api.ticketing.quoteBasket({ params, body: wishes ?? { items: [] } }, { signal }),
    enabled: wishes !== null,
    retry: false,
  });
  const isFree = means === 'FREE';
  const total = wishes === null ? 0 : (quote.data?.total ?? 0);
  const money = (cents: number) => formatMoney(cents, festival.currency, locale);
  const sell = useMutation({
    mutationFn: (priced: NonNullable<typeof wishes>) => {
      const body = {
        wishes: priced,
        total,
        language,
        means,
        ...(who.name.trim() && { name: who.name.trim() }),
        ...(who.email.trim() && { email: who.email.trim() }),
        ...(reason.trim() && { reason: reason.trim() }),
      };
      return api.ticketing.sellAtDesk({ params, body }, { idempotencyKey: keyFor(body) });
    },
    onSuccess: onSold,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (wishes !== null) sell.mutate(wishes);
  };
  return (
    <form
      onSubmit={send}
      // What has the focus is never below the bar.
      className="space-y-4 [&_:is(input,select)]:scroll-mb-20"
    >
      <Card>
        <CardHeader title={t('tickets')} />
        <ul className="divide-y divide-line">
          {lines.map(({ key, name, price, most }) => (
            <li key={key} className="flex items-center gap-4 px-5 py-2.5 text-ui">
              <span className="min-w-0 flex-1 font-medium text-ink">{name}</span>
              <Money cents={price} currency={festival.currency} locale={locale} className="text-ink-soft" />
              <Input
                type="number"
                min={0}
                max={most}
                inputMode="numeric"
                aria-label={t('howMany', { name })}
                className="tabular w-20 shrink-0"
                value={wanted[key] ?? 0}
                onFocus={({ target }) => target.select()}
                onChange={({ target }) =>
                  setWanted({ ...wanted, [key]: Math.max(0, Math.min(most, Math.trunc(Number(target.value)) || 0)) })
                }
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <CardBody className="pt-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} optional={form('optional')}>
              <Input
                maxLength={120}
                autoComplete="off"
                value={who.name}
                onChange={({ target }) => setWho({ ...who, name: target.value })}
              />
            </Field>
            <Field label={t('email')} hint={t('emailHint')} optional={form('optional')}>
              <Input
                type="email"
                autoComplete="off"
                value={who.email}
                onChange={({ target }) => setWho({ ...who, email: target.value })}
              />
            </Field>
            <Field label={t('means')} required>
              <Select value={means} onChange={({ target }) => setMeans(DeskMeans.catch('CASH').parse(target.value))}>
                {DeskMeans.options.map((one) => (
                  <option key={one} value={one}>
                    {t(`by.${one}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('reason')} required={isFree} {...(isFree ? {} : { optional: form('optional') })}>
              <Input
                maxLength={200}
                autoComplete="off"
                required={isFree}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </Field>
          </div>
        </CardBody>
      </Card>
      <FormFailure error={(wishes === null ? null : quote.error) ?? sell.error} />
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-canvas/90 px-1 py-3 backdrop-blur-md">
        <p className="text-ui text-ink-soft" role="status">
          {t('total')} <strong className="tabular text-xl text-ink">{money(isFree ? 0 : total)}</strong>
        </p>
        <Button
          type="submit"
          tone="accent"
          disabled={wishes === null || quote.data === undefined}
          busy={sell.isPending}
        >
          {isFree ? t('give') : t('sell', { amount: money(total) })}
        </Button>
      </div>
    </form>
  );
}

/** The tickets of what was just sold: printed here, or on their way by mail. */
function Sold({ festival, sale: { order, secret }, onNext }: { festival: Festival; sale: Sale; onNext: () => void }) {
  const t = useTranslations('office.desk');
  const locale = useLocale();
  const { may } = useFestival();
  const pdf = `/api/festivals/${festival.id}/orders/${order.id}/tickets.pdf?secret=${encodeURIComponent(secret)}`;
  return (
    <Card>
      <EmptyState
        icon={<TicketCheck aria-hidden="true" />}
        title={t('sold', { count: order.tickets.length })}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <Button asChild>
              <a href={pdf} target="_blank" rel="noreferrer">
                <Printer aria-hidden="true" />
                {t('print')}
              </a>
            </Button>
            <Button tone="accent" autoFocus onClick={onNext}>
              {t('next')}
            </Button>
          </span>
        }
      >
        {may.has('orders.read') ? (
          <Link
            to="/f/$slug/orders/$orderId"
            params={{ slug: festival.slug, orderId: order.id }}
            className="rounded-sm underline underline-offset-4 hover:no-underline"
          >
            <code>{order.reference}</code>
          </Link>
        ) : (
          <code>{order.reference}</code>
        )}{' '}
        · {formatMoney(order.total, order.currency, locale)}
        {order.email !== '' && ` · ${order.email}`}
      </EmptyState>
    </Card>
  );
}
