import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { inCoins } from '@festivals/domain/payments/cash';
import type { Chosen, Company } from '@festivals/domain/ticketing/pricing/chosen';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { MoneyInput } from '../form/money-input.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { cashCoinQuery } from '../payments/queries.ts';
import { FormFailure } from '../shell/failure.tsx';
import { CodesField } from './codes-field.tsx';
import { CompanyFields } from './company-fields.tsx';
import { goOnToMoney } from './go-on-to-money.ts';
import { GoodsList } from './goods-list.tsx';
import { laidOut } from './goods.ts';
import { changeOf, nothingPaid, PayFields } from './pay-fields.tsx';
import { shopQuery } from './queries.ts';
import { QuoteLines } from './quote-lines.tsx';
import type { Sale } from './sold.tsx';
import { useDeskQuote } from './use-desk-quote.ts';
import { problemsIn, useTold } from './use-told.ts';
import { WhoComes } from './who-comes.tsx';

interface Props {
  festival: Festival;
  focusFirst: boolean;
  onSold: (sale: Sale) => void;
}

/** One customer's purchase. What a code opens stands on the shelves with the rest. */
export function DeskForm(props: Props) {
  const t = useTranslations('office.desk');
  const language = useLanguage();
  const [codes, setCodes] = useState<string[]>([]);
  const shop = useQuery(shopQuery(props.festival.id, codes));
  const isBare = (open: ShopWindow) =>
    laidOut(open, {}, { language, languages: props.festival.languages }).shelves.every(({ goods }) =>
      goods.every(({ most }) => most === 0),
    );
  return (
    <Loaded query={shop}>
      {(open) =>
        isBare(open) && !open.takesCodes ? (
          <Card>
            <EmptyState icon={<ShoppingBag aria-hidden="true" />} title={t('empty')}>
              {t('emptyDetail')}
            </EmptyState>
          </Card>
        ) : (
          <Purchase {...props} shop={open} codes={codes} onCodes={setCodes} />
        )
      }
    </Loaded>
  );
}

interface PurchaseProps extends Props {
  shop: ShopWindow;
  codes: string[];
  onCodes: (codes: string[]) => void;
}

function Purchase({ festival, focusFirst, shop, codes, onCodes, onSold }: PurchaseProps) {
  const t = useTranslations('office.desk');
  const form = useTranslations('office.form');
  const locale = useLocale();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const keyFor = useDeedKey();
  const [typed, setTyped] = useState<Chosen>({});
  const [who, setWho] = useState({ name: '', email: '' });
  const [company, setCompany] = useState<Company | null>(null);
  const [paying, setPaying] = useState(nothingPaid);
  const { shelves, chosen } = laidOut(shop, typed, { language, languages: festival.languages });
  const { wishes, isEmpty, quote, isPriced, error } = useDeskQuote(festival.id, { chosen, codes, company });
  const told = useTold(festival, quote);
  const set = (key: string, quantity: number) => setTyped((now) => ({ ...now, [key]: quantity }));
  const isFree = paying.means === 'FREE';
  const total = isFree ? 0 : (quote?.total ?? 0);
  const { data: coin = 1 } = useQuery(cashCoinQuery(festival.id));
  const due = paying.means === 'CASH' ? inCoins(total, coin) : total;
  const change = changeOf(paying, due);
  const money = (amount: number) => formatMoney(amount, shop.currency, locale);
  const sell = useMutation({
    mutationFn: () => {
      const body = {
        wishes,
        total: quote?.total ?? 0,
        language,
        means: paying.means,
        ...(who.name.trim() && { name: who.name.trim() }),
        ...(who.email.trim() && { email: who.email.trim() }),
        ...(paying.reason.trim() && { reason: paying.reason.trim() }),
        ...told.onTheWire(),
      };
      return api.ticketing.sellAtDesk({ params: { festivalId: festival.id }, body }, { idempotencyKey: keyFor(body) });
    },
    onSuccess: (sale) => onSold({ ...sale, due, change }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  const ofCode = error instanceof ApiError && error.name.startsWith('CODE_') ? error : null;
  const ofNumber = error instanceof ApiError && error.name === 'VAT_NUMBER_INVALID' ? error : null;
  const isReady = isPriced && (change === null || change >= 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !sell.isPending) sell.mutate();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its fields hand their keys up
    <form
      onSubmit={send}
      onKeyDown={goOnToMoney}
      // What was refused is another purchase by now; what was told wrong stays marked.
      onChange={() => problemsIn(sell.error).length === 0 && sell.reset()}
      // What has the focus is never below the bar.
      className="space-y-4 [&_:is(input,select,textarea)]:scroll-mb-24"
    >
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-4">
          {shelves.map((shelf, at) => (
            <GoodsList
              key={shelf.kind}
              shelf={shelf}
              chosen={chosen}
              currency={shop.currency}
              focusFirst={focusFirst && at === 0}
              onSet={set}
            />
          ))}
          <WhoComes festival={festival} quote={quote} told={told} problems={problemsIn(sell.error)} />
        </div>
        <Card>
          <CardHeader title={t('sale')} />
          <CardBody className="space-y-5">
            {quote && !isFree ? <QuoteLines quote={quote} money={money} /> : null}
            {shop.takesCodes && (
              <CodesField codes={codes} quote={quote} refused={ofCode?.message} money={money} onCodes={onCodes} />
            )}
            {shop.takesGifts && !isFree && (
              <Field label={t('gift')} optional={form('optional')}>
                <MoneyInput
                  currency={shop.currency}
                  value={typed['gift']}
                  onChange={(gift = 0) => set('gift', Math.min(gift || 0, mostGiven))}
                />
              </Field>
            )}
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
            {shop.sellsToCompanies && (
              <CompanyFields company={company} quote={quote} refused={ofNumber?.message} onCompany={setCompany} />
            )}
            <PayFields paying={paying} total={due} currency={shop.currency} money={money} onChange={setPaying} />
          </CardBody>
        </Card>
      </div>
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-canvas/90 px-1 py-3 backdrop-blur-md">
        {/* Wherever on the form somebody is, they see why nothing was sold. */}
        <div className="basis-full empty:hidden">
          <FormFailure error={sell.error ?? (ofCode || ofNumber ? null : error)} />
        </div>
        <p className="text-ui text-ink-soft" role="status">
          {t('total')} <strong className="tabular text-2xl text-ink">{money(due)}</strong>
          {due !== total && <span className="block text-xs">{t('inCash', { total: money(total) })}</span>}
          {quote !== null && !isFree && quote.discount > 0 && (
            <span className="block text-xs text-success-text">{t('saved', { amount: money(quote.discount) })}</span>
          )}
        </p>
        <Button type="submit" tone="accent" size="lg" disabled={isEmpty || !isReady} busy={sell.isPending}>
          {isFree ? t('give') : t('sell', { amount: money(due) })}
        </Button>
      </div>
    </form>
  );
}

/** What the contract takes at most, minor units. */
const mostGiven = 100_000_00;
