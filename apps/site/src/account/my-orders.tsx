'use client';

import type * as contract from '@festivals/domain/ticketing/my-orders-contract';
import type { myReceipt } from '@festivals/domain/ticketing/receipt-contract';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { formatMoney } from '@festivals/ui/format-money';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { ask } from './account-client.ts';
import { MyHolders } from './my-holders.tsx';
import { PdfButton } from './pdf-button.tsx';
import { useDeed } from './use-deed.ts';

/** What I ordered in all festivals, each with where it stands and its tickets as a file. */
export function MyOrders({ language }: { language: Language }) {
  const t = useTranslations('site.rooms');
  const account = useTranslations('site.account');
  const order = useTranslations('site.order');
  const asked = useTranslations('site.asked');
  const [orders, setOrders] = useState<contract.MyOrder[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const deed = useDeed();
  const load = (cursor?: string) =>
    deed.run(async () => {
      const page = await ask<typeof contract.listMyOrders>('GET', '/orders', {
        query: { limit: 20, ...(cursor !== undefined && { cursor }) },
      });
      setOrders((known) => [...(cursor === undefined ? [] : (known ?? [])), ...page.items]);
      setNext(page.next);
    });
  const begin = useEffectEvent(() => void load());
  useEffect(() => begin(), []);
  const at = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' });
  return (
    <section aria-label={t('orders')} className="mt-10 max-w-4xl">
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      {!orders && !deed.problem && <Spinner label={account('loading')} className="size-8 text-accent" />}
      {orders?.length === 0 && <p className="max-w-prose text-lg text-ink-soft">{t('no_orders')}</p>}
      {orders && orders.length > 0 && (
        <ul className="divide-y divide-line rounded-3xl border border-line bg-surface">
          {orders.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-5">
              <div className="min-w-0 flex-1 basis-64">
                <p className="text-lg font-semibold">
                  <a
                    href={inLanguage(language, paths.festival(one.festival.slug))}
                    className="underline-offset-4 hover:underline"
                  >
                    {one.festival.name}
                  </a>
                </p>
                <p className="text-ink-soft">
                  {t('order_line', {
                    reference: one.reference,
                    when: at.format(new Date(one.placedAt)),
                    count: one.tickets,
                  })}
                </p>
              </div>
              <p className="flex-1 sm:flex-none sm:text-end">
                <span className="block text-lg font-semibold tabular-nums">
                  {formatMoney(one.total, one.currency, localeOf(language))}
                </span>
                <span className={`text-sm ${one.status === 'PAID' ? 'text-success-text' : 'text-ink-soft'}`}>
                  {t('order_status', { status: one.status })}
                </span>
              </p>
              <div className="flex flex-wrap gap-3">
                {one.status === 'PAID' && one.tickets > 0 && (
                  <PdfButton
                    load={() =>
                      ask<typeof contract.myOrderPdf>('GET', '/orders/:orderId/pdf', {
                        params: { orderId: one.id },
                        query: {},
                      })
                    }
                    fileName={`${one.festival.slug}-${one.reference}.pdf`}
                    label={order('pdf_one')}
                  />
                )}
                {one.paidAt !== null && one.total > 0 && (
                  <PdfButton
                    load={() =>
                      ask<typeof myReceipt>('GET', '/orders/:orderId/receipt', { params: { orderId: one.id } })
                    }
                    fileName={`receipt-${one.reference}.pdf`}
                    label={order('receipt')}
                  />
                )}
              </div>
              {one.status === 'PAID' && one.tickets > 0 && (
                <details className="basis-full" name="holders">
                  <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-accent-text underline underline-offset-4">
                    {asked('title')}
                  </summary>
                  <MyHolders order={one} language={language} />
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {next !== null && (
        <Button size="lg" busy={deed.busy} onClick={() => void load(next)} className="mt-6 rounded-full">
          {account('more')}
        </Button>
      )}
    </section>
  );
}
