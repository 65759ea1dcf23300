'use client';

import type * as contract from '@festivals/domain/ticketing/ticket-contract';
import type { HeldTicket } from '@festivals/domain/ticketing/ticket-contract';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Link2, Link2Off } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ask } from '../account/account-client.ts';
import { useDeed } from '../account/use-deed.ts';
import { newSecret } from '../shell/new-secret.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { CopyLink } from './copy-link.tsx';
import type { HeldFestival } from './held-festival.ts';

interface Props {
  festival: HeldFestival;
  ticket: HeldTicket;
  secret: string | null;
  language: Language;
  onChange: () => void;
}

/** A link that opens this ticket alone, for whoever is to come with it. It is shown once, since nobody keeps it. */
export function ShareTicket({ festival, ticket, secret, language, onChange }: Props) {
  const t = useTranslations('site.ticket');
  const [link, setLink] = useState<string | null>(null);
  const deed = useDeed();
  const heading = useId();
  const params = { festivalId: festival.id, ticketId: ticket.id };
  const known = secret === null ? {} : { secret };
  const shared = ticket.order?.shared ?? false;
  const share = () =>
    deed.run(async () => {
      const made = newSecret();
      await ask<typeof contract.shareTicket>('PUT', '/festivals/:festivalId/tickets/:ticketId/link', {
        params,
        body: { ...known, link: made },
      });
      setLink(`${location.origin}${inLanguage(language, paths.ticket(festival.slug, ticket.id))}#${made}`);
      onChange();
    });
  const unshare = () =>
    deed.run(async () => {
      await ask<typeof contract.unshareTicket>('DELETE', '/festivals/:festivalId/tickets/:ticketId/link', {
        params,
        query: known,
      });
      setLink(null);
      onChange();
    });
  return (
    <section aria-labelledby={heading} className="unprinted mt-8 rounded-3xl border border-line bg-surface p-6">
      <h2 id={heading} className="text-xl font-semibold">
        {t('share_title')}
      </h2>
      <p className="mt-2 text-ink-soft">{t('share_text')}</p>
      {link !== null && <CopyLink link={link} title={festival.name} />}
      <p role="status" className="mt-3 text-sm font-semibold">
        {shared && link === null && t('shared')}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button size="lg" onClick={() => void share()} busy={deed.busy} className="rounded-button">
          <Link2 aria-hidden="true" />
          {t(shared ? 'share_again' : 'share')}
        </Button>
        {shared && (
          <Button size="lg" tone="quiet" onClick={() => void unshare()} busy={deed.busy} className="rounded-button">
            <Link2Off aria-hidden="true" />
            {t('unshare')}
          </Button>
        )}
      </div>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
    </section>
  );
}
