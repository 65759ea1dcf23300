'use client';

import { judgeAsked, type AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';
import { placesOf } from '@festivals/domain/ticketing/asked/place-attendees';
import { plainAsked } from '@festivals/domain/ticketing/asked/plain-asked';
import type { Answer, Attendee } from '@festivals/domain/ticketing/asked/schemas';
import type { Basket } from '@festivals/domain/ticketing/schemas';
import {
  answersOf,
  askedNow,
  attendeeOf,
  keyOf,
  nobody,
  type Person,
  type Typed,
} from '@festivals/domain/ticketing/asked/told';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { session } from '../shell/session.ts';
import { site } from '../shell/site-later.ts';
import { AskedFields } from './asked/asked-fields.tsx';
import { focusFirstFault } from './asked/focus-first-fault.ts';
import { useAsked } from './asked/use-asked.ts';

export interface Buyer {
  name: string;
  email: string;
  attendees: Attendee[];
  answers: Answer[];
}

interface Props {
  festivalId: string;
  basket: Pick<Basket, 'lines'>;
  /** What a line is called. */
  names: (line: Basket['lines'][number]) => string;
  language: Language;
  fallbacks: readonly Language[];
  free: boolean;
  busy: boolean;
  /** What the API found wrong with what was sent. */
  refused: readonly AskedProblem[];
  onContinue: (buyer: Buyer) => void;
  onCancel: () => void;
}

const nothing = { asked: plainAsked, startsOn: '', today: '' };

/** The second step: to whom the tickets go, and what the festival asks of them. No account is asked for. */
export function YourDetails({
  festivalId,
  basket,
  names,
  language,
  fallbacks,
  free,
  busy,
  refused,
  onContinue,
  onCancel,
}: Props) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.asked');
  const form = useRef<HTMLFormElement>(null);
  const [buyer, setBuyer] = useState({ name: '', email: '' });
  const [people, setPeople] = useState<Record<string, Person>>({});
  const [ofOrder, setOfOrder] = useState<Typed>({});
  const [found, setFound] = useState<readonly AskedProblem[]>([]);
  const { here, failed, again } = useAsked(festivalId);
  // Whoever cannot be reached asks nothing: the API will say what is missing.
  const { asked, startsOn, today } = here ?? nothing;
  const places = placesOf(basket.lines);
  const isTicketless = places.length === 0;
  const problems = found.length > 0 ? found : refused;
  useEffect(() => {
    if (!session.expected()) return;
    // Only a convenience: whoever has no session any more types it.
    site.identity.me({}).then(
      (me) => setBuyer((typed) => ({ name: typed.name || me.name, email: typed.email || me.email })),
      () => undefined,
    );
  }, []);
  // What the API refuses may be what it asks since a moment ago.
  useEffect(() => {
    if (refused.length > 0) again();
  }, [refused, again]);
  useEffect(() => {
    if (problems.length > 0) focusFirstFault(form.current);
  }, [problems]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const name = buyer.name.trim();
    const around = {
      asked,
      places,
      people: asked.names === 'REQUIRED' ? withBuyer(people, places, name) : people,
      ofOrder,
      startsOn,
    };
    const attendees = places.map((place) => attendeeOf(place, around));
    const types = [...new Set(places.map(({ ticketTypeId }) => ticketTypeId))];
    const answers = answersOf(askedNow(asked, { of: 'ORDER', ticketTypeIds: types }, 'CHECKOUT', ofOrder), ofOrder);
    const judged = judgeAsked({ rules: asked, places, attendees, answers, buyer: name, startsOn, today });
    setFound(judged.ok ? [] : judged.problems);
    if (!judged.ok) return;
    // Whoever is told nothing of is not sent: most orders are a name and an address.
    const told = attendees.filter((one) => Object.keys(one).length > 3 || one.answers.length > 0);
    onContinue({ name, email: buyer.email.trim(), attendees: told, answers });
  };
  if (here === null && !failed) return <Spinner label={words('loading')} className="size-8 text-accent" />;
  return (
    <form ref={form} onSubmit={send} className="max-w-xl space-y-5">
      {problems.length > 0 && (
        <Notice tone="danger" live>
          {words('look_again')}
        </Notice>
      )}
      <Field label={t('name')} hint={t(isTicketless ? 'name_hint_order' : 'name_hint')} required>
        <Input
          scale="lg"
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          value={buyer.name}
          onChange={({ target }) => setBuyer({ ...buyer, name: target.value })}
        />
      </Field>
      <Field label={t('email')} hint={t(isTicketless ? 'email_hint_order' : 'email_hint')} required>
        <Input
          scale="lg"
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          value={buyer.email}
          onChange={({ target }) => setBuyer({ ...buyer, email: target.value })}
        />
      </Field>
      <AskedFields
        asked={asked}
        startsOn={startsOn}
        today={today}
        buyer={buyer.name.trim()}
        places={places}
        nameOf={({ lineNo }) => {
          const line = basket.lines.find((one) => one.lineNo === lineNo);
          return line ? names(line) : '';
        }}
        people={people}
        ofOrder={ofOrder}
        language={language}
        fallbacks={fallbacks}
        problems={problems}
        onPerson={(place, person) => setPeople({ ...people, [keyOf(place)]: person })}
        onOrder={setOfOrder}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="accent" size="xl" busy={busy} className="rounded-button max-sm:w-full">
          {free ? t('to_confirmation') : t('to_payment')}
        </Button>
        <Button tone="quiet" size="xl" onClick={onCancel} className="rounded-button max-sm:w-full">
          {t(isTicketless ? 'cancel_order' : 'cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The first ticket is the buyer's own, unless somebody else is written on it. */
function withBuyer(people: Record<string, Person>, places: readonly { lineNo: number; nth: number }[], name: string) {
  const [first] = places;
  if (!first) return people;
  const person = people[keyOf(first)] ?? nobody;
  return person.name.trim() === '' ? { ...people, [keyOf(first)]: { ...person, name } } : people;
}
