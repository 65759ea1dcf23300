'use client';

import type * as identity from '@festivals/domain/identity/contract';
import { isLanguage, languageNames, languages } from '@festivals/messages';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'next-intl';
import { ask } from './account-client.ts';
import { DeedForm } from './deed-form.tsx';
import { useMember } from './member.tsx';
import { MyEmail } from './my-email.tsx';
import { RoomPart } from './room-part.tsx';

/** My name, telephone and language, and the address that I log in with. */
export function MyProfile() {
  const t = useTranslations('site.rooms');
  const account = useTranslations('site.account');
  const { me, again } = useMember();
  return (
    <>
      <RoomPart title={t('profile')} text={t('profile_text')}>
        <DeedForm
          action={t('save')}
          doneBeside={t('saved')}
          onSend={async (text) => {
            const language = text('language');
            const phone = text('phone').replaceAll(/[\s().-]/g, '');
            await ask<typeof identity.updateMe>('PATCH', '/auth/me', {
              body: { name: text('name'), phone: phone || null, ...(isLanguage(language) && { language }) },
            });
            await again();
          }}
        >
          <Field label={account('name')} required>
            <Input scale="lg" name="name" autoComplete="name" required maxLength={120} defaultValue={me.name} />
          </Field>
          <Field label={t('phone')} optional={t('optional')} hint={t('phone_hint')}>
            <Input
              scale="lg"
              name="phone"
              type="tel"
              autoComplete="tel"
              maxLength={30}
              pattern="\+[0-9 ().\-]{7,28}"
              title={t('phone_hint')}
              defaultValue={me.phone ?? ''}
            />
          </Field>
          <Field label={t('language')}>
            <Select scale="lg" name="language" defaultValue={me.language}>
              {languages.map((one) => (
                <option key={one} value={one} lang={one}>
                  {languageNames[one]}
                </option>
              ))}
            </Select>
          </Field>
        </DeedForm>
      </RoomPart>
      <MyEmail />
    </>
  );
}
