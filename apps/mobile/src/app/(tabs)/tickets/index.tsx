import { Link } from 'expo-router';
import { useTranslations } from 'use-intl';
import { Freshness, hasEnded } from '../../../design/freshness.tsx';
import { LinkButton } from '../../../design/link-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Screen } from '../../../design/screen.tsx';
import { Title } from '../../../design/words.tsx';
import { usePerson } from '../../../session/person.ts';
import { NoTickets } from '../../../tickets/no-tickets.tsx';
import { TicketCard } from '../../../tickets/ticket-card.tsx';
import { useMyTickets } from '../../../tickets/use-my-tickets.ts';

export default function Tickets() {
  const t = useTranslations('mobile.tickets');
  const person = usePerson();
  const { kept, failure } = useMyTickets();
  if (person === undefined || kept === undefined) return <Screen>{null}</Screen>;
  return (
    <Screen testID="tickets">
      <Title>{t('title')}</Title>
      {person === null ? (
        <NoTickets text={t('signedOut')}>
          <LinkButton href="/sign-in" label={t('signIn')} />
        </NoTickets>
      ) : null}
      {person && !kept && failure ? <Notice tone="warning">{t('neverFetched')}</Notice> : null}
      {kept?.value.length === 0 ? <NoTickets text={t('none', { email: person?.email ?? '' })} /> : null}
      {kept?.value.map((ticket) => (
        <Link key={ticket.id} href={`/tickets/${ticket.id}`} testID={`ticket-${ticket.id}`} className="rounded-3xl">
          <TicketCard ticket={ticket} />
        </Link>
      ))}
      {kept ? <Freshness at={kept.at} failure={failure} /> : null}
      {person && hasEnded(failure) ? <LinkButton href="/sign-in" label={t('signIn')} /> : null}
    </Screen>
  );
}
