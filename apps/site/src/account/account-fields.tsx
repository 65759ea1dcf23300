'use client';

import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'next-intl';

export function EmailField() {
  const t = useTranslations('site.account');
  return (
    <Field label={t('email')} required>
      <Input scale="lg" name="email" type="email" autoComplete="username" required maxLength={254} />
    </Field>
  );
}

/** A password that exists, or a new one: length is all that is asked of it. */
export function PasswordField({ fresh = false }: { fresh?: boolean }) {
  const t = useTranslations('site.account');
  return (
    <Field label={fresh ? t('new_password') : t('password')} hint={fresh ? t('password_hint') : undefined} required>
      <Input
        scale="lg"
        name="password"
        type="password"
        autoComplete={fresh ? 'new-password' : 'current-password'}
        required
        maxLength={200}
        {...(fresh && { minLength: 10 })}
      />
    </Field>
  );
}

export function NameField() {
  const t = useTranslations('site.account');
  return (
    <Field label={t('name')} required>
      <Input scale="lg" name="name" autoComplete="name" required maxLength={120} />
    </Field>
  );
}

/** A way to one of the account's other pages. */
export function OtherWay({ href, children }: { href: string; children: string }) {
  return (
    <p>
      <a href={href} className="inline-block py-2 font-semibold text-accent-text underline underline-offset-4">
        {children}
      </a>
    </p>
  );
}
