'use client';

import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import { session } from '../shell/session.ts';
import { site } from '../shell/site-client.ts';

interface Props {
  festivalId: string;
  free: boolean;
  busy: boolean;
  onContinue: (buyer: { name: string; email: string }) => void;
  onCancel: () => void;
}

/** The second step: to whom the tickets go. No account is asked for. */
export function YourDetails({ free, busy, onContinue, onCancel }: Props) {
  const t = useTranslations('site.shop');
  const [buyer, setBuyer] = useState({ name: '', email: '' });
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
    onContinue({ name: buyer.name.trim(), email: buyer.email.trim() });
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
