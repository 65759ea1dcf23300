import type { TicketKey } from '@festivals/domain/ticketing/key-contract';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { KeyRound, Plus, Ticket } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { ticketKeysQuery } from './queries.ts';
import { StartKeyDialog } from './start-key-dialog.tsx';
import { TicketKeyCard } from './ticket-key-card.tsx';
import { WithdrawKeyDialog } from './withdraw-key-dialog.tsx';

/** The keys that tickets are signed with: which one signs, what each signed, and how to be rid of one that others may have. */
export function TicketKeysScreen() {
  const t = useTranslations('office.ticketKeys');
  const { festival } = useFestival();
  const [asking, setAsking] = useState<'start' | TicketKey | null>(null);
  const query = useQuery({
    ...ticketKeysQuery(festival.id),
    // New tickets go out by themselves; how far they have come is looked at meanwhile.
    refetchInterval: ({ state }) =>
      state.data?.some(({ replacement }) => replacement && !replacement.done) ? 1500 : 15_000,
  });
  const signing = query.data?.find(({ signs }) => signs);
  const close = () => setAsking(null);
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          <Button asChild>
            <Link to="/f/$slug/tickets" params={{ slug: festival.slug }}>
              <Ticket aria-hidden="true" />
              {t('back')}
            </Link>
          </Button>
          {query.data && (
            <Button tone="accent" onClick={() => setAsking('start')}>
              <Plus aria-hidden="true" />
              {t('start')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <Card>
              <EmptyState icon={<KeyRound aria-hidden="true" />} title={t('none')}>
                {t('noneDetail')}
              </EmptyState>
            </Card>
          ) : (
            <ul className="space-y-4">
              {keys.map((key) => (
                <li key={key.number}>
                  <TicketKeyCard festival={festival} ticketKey={key} onWithdraw={() => setAsking(key)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {asking === 'start' && <StartKeyDialog festival={festival} was={signing?.number ?? null} onClose={close} />}
      {asking !== null && asking !== 'start' && (
        <WithdrawKeyDialog festival={festival} ticketKey={asking} onClose={close} />
      )}
    </Page>
  );
}
