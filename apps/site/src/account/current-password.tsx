'use client';

import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'next-intl';
import { useMember } from './member.tsx';
import { useWaysIn } from './use-ways-in.ts';

/** My present password, where I have one; password managers are told whose it is. `has` is what the page knows of it already. */
export function CurrentPassword({ has }: { has?: boolean }) {
  const t = useTranslations('site.rooms');
  const { me } = useMember();
  const ways = useWaysIn();
  if ((has ?? ways.known?.hasPassword) === false) return null;
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
      <Field label={t('current')} required>
        <Input scale="lg" name="current" type="password" autoComplete="current-password" required maxLength={200} />
      </Field>
    </>
  );
}
