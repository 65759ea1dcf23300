'use client';

import type * as contract from '@festivals/domain/ticketing/contract';
import type { MyTicket } from '@festivals/domain/ticketing/schemas';
import { localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { artworkAddress } from '../festival/artwork-address.ts';
import { sayDates } from '../festival/say-dates.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import type { Problem } from '../shop/say-problem.ts';
import { ask } from './account-client.ts';
import { problemOf } from './account-problem.ts';
import { TicketCard } from '../shop/ticket-card.tsx';
import { PdfButton } from './pdf-button.tsx';

/** The tickets of all festivals that my address bought. */
export function MyTickets({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  const order = useTranslations('site.order');
  const held = useTranslations('site.ticket');
  const [tickets, setTickets] = useState<MyTicket[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (cursor?: string) => {
    try {
      const page = await ask<typeof contract.listMyTickets>('GET', '/tickets/me', {
        query: { limit: 30, ...(cursor !== undefined && { cursor }) },
      });
      setTickets((known) => [...(cursor === undefined ? [] : (known ?? [])), ...page.items]);
      setNext(page.next);
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const begin = useEffectEvent(() => void load());
  useEffect(() => begin(), []);
  return (
    <section aria-labelledby="my-tickets" className="mt-12">
      <h2 id="my-tickets" className="headline text-3xl">
        {t('tickets')}
      </h2>
      {problem && <ProblemNotice problem={problem} />}
      {!tickets && !problem && <Spinner label={t('loading')} className="mt-6 size-8 text-accent" />}
      {tickets?.length === 0 && (
        <div className="mt-4 max-w-prose text-lg text-ink-soft">
          <p>{t('no_tickets')}</p>
          <a
            href={inLanguage(language, paths.home())}
            className="mt-3 inline-block py-2 font-semibold text-accent-text underline underline-offset-4"
          >
            {t('see_festivals')}
          </a>
        </div>
      )}
      <ul className="mt-6 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {tickets?.map((ticket) => (
          <li key={ticket.id}>
            <TicketCard
              ticket={ticket}
              name={localised(ticket.typeName, language)}
              festival={ticket.festival.name}
              dates={sayDates(ticket.festival.startsOn, ticket.festival.endsOn, language)}
              place={ticket.festival.city}
              artwork={artworkAddress(ticket.festival.theme)}
              words={{
                qr: order('qr'),
                status: order('ticket_status', { status: ticket.status }),
                over: order('ticket_over'),
              }}
            >
              <a
                href={inLanguage(language, paths.ticket(ticket.festival.slug, ticket.id))}
                className="inline-flex min-h-11 items-center font-semibold text-accent-text underline underline-offset-4"
              >
                {held('open')}
              </a>
              <PdfButton
                load={() =>
                  ask<typeof contract.myTicketPdf>('GET', '/tickets/:ticketId/pdf', {
                    params: { ticketId: ticket.id },
                    query: {},
                  })
                }
                fileName={`${ticket.festival.slug}.pdf`}
                label={order('pdf_one')}
              />
            </TicketCard>
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button size="lg" onClick={() => void load(next)} className="mt-6 rounded-full">
          {t('more')}
        </Button>
      )}
    </section>
  );
}
