'use client';

import type { Basket } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import { session } from '../shell/session.ts';
import { site } from '../shell/site-client.ts';

export interface Buyer {
  name: string;
  email: string;
  holders: { lineNo: number; names: string[] }[];
}

interface Props {
  basket: Pick<Basket, 'lines'>;
  /** What a line is called. */
  names: (line: Basket['lines'][number]) => string;
  free: boolean;
  busy: boolean;
  onContinue: (buyer: Buyer) => void;
  onCancel: () => void;
}

/** The second step: to whom the tickets go. No account is asked for. */
export function YourDetails({ basket, names, free, busy, onContinue, onCancel }: Props) {
  const t = useTranslations('site.shop');
  const [buyer, setBuyer] = useState({ name: '', email: '' });
  const [holders, setHolders] = useState<Record<string, string>>({});
  const tickets = basket.lines
    .filter(({ kind }) => kind === 'TICKET')
    .flatMap((line) =>
      Array.from({ length: line.quantity }, (_, nth) => ({ line, nth, key: `${line.lineNo}.${nth}` })),
    );
  useEffect(() => {
    if (!session.expected()) return;
    // Only a convenience: whoever has no session any more types it.
    site.identity.me({}).then(
      (me) => setBuyer((typed) => ({ name: typed.name || me.name, email: typed.email || me.email })),
      () => undefined,
    );
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const name = buyer.name.trim();
    // Who is not named is the buyer; a line of which nobody is named needs no names.
    const lines = [...Map.groupBy(tickets, ({ line }) => line.lineNo)];
    const named = lines
      .map(([lineNo, ofLine]) => ({ lineNo, names: ofLine.map(({ key }) => holders[key]?.trim() || name) }))
      .filter((one) => one.names.some((holder) => holder !== name));
    onContinue({ name, email: buyer.email.trim(), holders: named });
  };
  return (
    <form onSubmit={send} className="max-w-xl space-y-5">
      <Field label={t('name')} hint={t('name_hint')} required>
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
      <Field label={t('email')} hint={t('email_hint')} required>
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
      {tickets.length > 1 && (
        <details className="rounded-2xl bg-sunken p-4">
          <summary className="cursor-pointer font-semibold">{t('holders')}</summary>
          <div className="mt-4 space-y-4">
            {tickets.map(({ line, key }, at) => (
              <Field key={key} label={t('holder', { name: names(line), number: at + 1 })}>
                <Input
                  autoComplete="off"
                  maxLength={120}
                  placeholder={buyer.name}
                  value={holders[key] ?? ''}
                  onChange={({ target }) => setHolders({ ...holders, [key]: target.value })}
                />
              </Field>
            ))}
          </div>
        </details>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="accent" size="xl" busy={busy} className="rounded-full max-sm:w-full">
          {free ? t('to_confirmation') : t('to_payment')}
        </Button>
        <Button tone="quiet" size="xl" onClick={onCancel} className="rounded-full max-sm:w-full">
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
