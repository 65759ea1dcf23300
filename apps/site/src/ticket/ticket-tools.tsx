'use client';

import type * as contract from '@festivals/domain/ticketing/ticket-contract';
import type { HeldTicket } from '@festivals/domain/ticketing/ticket-contract';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { CalendarPlus, ReceiptText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ask } from '../account/account-client.ts';
import { PdfButton } from '../account/pdf-button.tsx';
import { inLanguage, paths } from '../shell/paths.ts';
import type { HeldFestival } from './held-festival.ts';
import { saveFile } from './save-file.ts';
import { calendarEntry } from './ticket-calendar.ts';

interface Props {
  festival: HeldFestival;
  ticket: HeldTicket;
  name: string;
  secret: string | null;
  language: Language;
}

/** What one does with a ticket beside showing it: into the calendar, onto paper, back to its order. */
export function TicketTools({ festival, ticket, name, secret, language }: Props) {
  const t = useTranslations('site.ticket');
  const addToCalendar = () => {
    const { startsOn, endsOn, place, slug } = festival;
    const entry = calendarEntry({
      uid: `${ticket.id}@festivals`,
      startsOn,
      endsOn,
      title: festival.name,
      place: `${place.name}, ${place.address}, ${place.city}`,
      text: `${name}\n${ticket.holder}\n${location.href}`,
      now: new Date(),
    });
    saveFile(new Blob([entry], { type: 'text/calendar' }), `${slug}.ics`);
  };
  const pdf = (paper: 'A4' | 'A6') => () =>
    ask<typeof contract.ticketPdf>('GET', '/festivals/:festivalId/tickets/:ticketId/ticket.pdf', {
      params: { festivalId: festival.id, ticketId: ticket.id },
      query: { paper, ...(secret !== null && { secret }) },
    });
  return (
    <div className="unprinted mt-8 flex flex-wrap justify-center gap-3">
      <Button size="lg" onClick={addToCalendar} className="rounded-button">
        <CalendarPlus aria-hidden="true" />
        {t('calendar')}
      </Button>
      {ticket.code !== null && (
        <>
          <PdfButton load={pdf('A4')} fileName={`${festival.slug}.pdf`} label={t('pdf_a4')} />
          <PdfButton load={pdf('A6')} fileName={`${festival.slug}-a6.pdf`} label={t('pdf_a6')} />
        </>
      )}
      {ticket.order && (
        <a
          href={
            secret === null
              ? inLanguage(language, paths.myOrders())
              : `${inLanguage(language, paths.order(festival.slug, ticket.order.id))}#${secret}`
          }
          className="inline-flex min-h-11 items-center gap-2 rounded-button px-5 font-semibold text-accent-text underline-offset-4 hover:underline"
        >
          <ReceiptText aria-hidden="true" className="size-5" />
          {t('order', { reference: ticket.order.reference })}
        </a>
      )}
    </div>
  );
}
