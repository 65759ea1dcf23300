'use client';

import { localeOf, localised, type Language } from '@festivals/messages';
import { Spinner } from '@festivals/ui/spinner';
import { ChevronLeft, ChevronRight, CloudOff, ShieldCheck, TicketX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { sayDates } from '../festival/say-dates.ts';
import { KeepOffline } from '../offline/keep-offline.tsx';
import { inLanguage, paths } from '../shell/paths.ts';
import { ClosedTicket } from './closed-ticket.tsx';
import type { HeldFestival } from './held-festival.ts';
import { QrCode } from './qr-code.tsx';
import { ShareTicket } from './share-ticket.tsx';
import { TicketTools } from './ticket-tools.tsx';
import { useBrightScreen } from './use-bright-screen.ts';
import { useHeldTicket } from './use-held-ticket.ts';

/** A ticket for whoever holds it: the code as large as the screen, and what somebody at a gate is asked. */
export function HeldTicketView({ festival, language }: { festival: HeldFestival; language: Language }) {
  const t = useTranslations('site.ticket');
  const { state, again } = useHeldTicket(festival.id);
  useBrightScreen(state.kind === 'open' && state.ticket.code !== null);
  if (state.kind === 'loading') return <Spinner label={t('loading')} className="size-10 text-accent" />;
  if (state.kind !== 'open') return <ClosedTicket kind={state.kind} language={language} onAgain={again} />;

  const { ticket, secret, fresh, at } = state;
  const name = localised(ticket.name, language, festival.languages);
  const ids = ticket.order?.ticketIds ?? [];
  const place = ids.indexOf(ticket.id);
  const when = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
  const to = (id: string | undefined) =>
    id === undefined ? null : inLanguage(language, paths.ticket(festival.slug, id));
  const [previous, next] = [place > 0 ? to(ids[place - 1]) : null, place >= 0 ? to(ids[place + 1]) : null];
  return (
    <div className="mx-auto max-w-xl">
      <div role="status" className="min-h-6 text-sm text-ink-soft">
        {!fresh && (
          <p className="flex items-center gap-2">
            <CloudOff aria-hidden="true" className="size-4 shrink-0" />
            {t('as_of', { when: when.format(new Date(at)) })}
          </p>
        )}
      </div>
      <article className="mt-2 overflow-hidden rounded-3xl border border-line bg-surface shadow-raised print:break-inside-avoid print:shadow-none">
        <header className="p-6 pb-5 text-center">
          <p className="font-semibold text-accent-text">
            {festival.name} · {sayDates(festival.startsOn, festival.endsOn, language)}
          </p>
          <h1 className="headline mt-1 text-3xl wrap-anywhere sm:text-4xl">{name}</h1>
        </header>
        {ticket.code === null ? (
          <Over replaced={ticket.replaced} status={ticket.status} />
        ) : (
          <div className="relative bg-white text-black scheme-light">
            <div className="mx-auto max-w-[min(100%,70svh)]">
              <QrCode text={ticket.code} label={t('qr')} />
            </div>
            {ticket.status === 'USED' && (
              <p className="bg-black px-6 py-3 text-center text-lg font-semibold text-white">{t('used')}</p>
            )}
          </div>
        )}
        <div className="p-6 text-center">
          <p className="text-2xl font-semibold wrap-anywhere">{ticket.holder}</p>
          <p className="mt-1 text-ink-soft">
            {festival.place.name}, {festival.place.city}
          </p>
          <p className="mt-1 text-ink-soft tabular-nums">
            {t('number', {
              number: ticket.id
                .slice(-8)
                .toUpperCase()
                .replace(/(.{4})(.{4})/, '$1 $2'),
            })}
          </p>
        </div>
        {ids.length > 1 && place >= 0 && (
          <nav
            aria-label={t('tickets')}
            className="unprinted flex items-center justify-between gap-2 border-t border-line p-3"
          >
            <Turn to={previous} label={t('previous')} side="start" />
            <span className="text-sm text-ink-soft tabular-nums">
              {t('of', { number: place + 1, count: ids.length })}
            </span>
            <Turn to={next} label={t('next')} side="end" />
          </nav>
        )}
      </article>
      {ticket.code !== null && (
        <p className="mt-4 flex items-center justify-center gap-2 text-sm text-ink-soft">
          <ShieldCheck aria-hidden="true" className="size-4 shrink-0 text-success-text" />
          {t('kept')}
        </p>
      )}
      <TicketTools festival={festival} ticket={ticket} name={name} secret={secret} language={language} />
      {ticket.order && ticket.code !== null && (
        <ShareTicket festival={festival} ticket={ticket} secret={secret} language={language} onChange={again} />
      )}
      <KeepOffline paths={[previous, next].filter((path) => path !== null)} />
    </div>
  );
}

function Over({ replaced, status }: { replaced: boolean; status: string }) {
  const t = useTranslations('site.ticket');
  return (
    <div className="border-y border-danger bg-danger-soft px-6 py-12 text-center text-danger-text">
      <TicketX aria-hidden="true" className="mx-auto size-14" />
      <p className="mt-4 text-xl font-semibold">{t('over')}</p>
      <p className="mx-auto mt-2 max-w-sm">{t('over_text', { why: replaced ? 'replaced' : status })}</p>
    </div>
  );
}

function Turn({ to, label, side }: { to: string | null; label: string; side: 'start' | 'end' }) {
  const Sign = side === 'start' ? ChevronLeft : ChevronRight;
  const sign = <Sign aria-hidden="true" className="size-6 rtl:-scale-x-100" />;
  if (to === null) return <span className="size-12" />;
  return (
    <a
      href={to}
      aria-label={label}
      title={label}
      className="grid size-12 place-items-center rounded-full hover:bg-hover"
    >
      {sign}
    </a>
  );
}
