import { Contact } from '@festivals/domain/festival/details';
import { Input } from '@festivals/ui/input';
import { Textarea } from '@festivals/ui/textarea';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FormField } from '../../form/form-field.tsx';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

/** Whom a visitor asks, and who answers by law. */
export function ContactSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'contact');
  return (
    <SectionForm
      festival={festival}
      name="contact"
      version={version}
      title={t('section.contact')}
      lead={t('contactLead')}
      schema={Contact}
      saved={content}
      save={save}
      onConflict={refetch}
    >
      <Fields />
    </SectionForm>
  );
}

const orNothing = { setValueAs: (text: string | null) => (text === null || text.trim() === '' ? null : text.trim()) };
const orLeftOut = { setValueAs: (text: string | undefined) => text?.trim() || undefined };

function Fields() {
  const t = useTranslations('office.settings.contact');
  const { formState, register } = useFormContext<Contact>();
  const { errors } = formState;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        label={t('organisation')}
        hint={t('organisationHint')}
        error={errors.organisation}
        className="sm:col-span-2"
      >
        <Input autoComplete="organization" maxLength={120} {...register('organisation')} />
      </FormField>
      <FormField label={t('address')} error={errors.address} className="sm:col-span-2">
        <Textarea rows={3} autoComplete="street-address" maxLength={300} {...register('address')} />
      </FormField>
      <FormField label={t('email')} hint={t('emailHint')} error={errors.email}>
        <Input type="email" autoComplete="email" spellCheck={false} {...register('email', orNothing)} />
      </FormField>
      <FormField label={t('phone')} hint={t('phoneHint')} error={errors.phone} optional>
        <Input type="tel" autoComplete="tel" placeholder="+32 2 555 01 00" {...register('phone', orNothing)} />
      </FormField>
      <FormField label={t('vatNumber')} hint={t('vatNumberHint')} error={errors.vatNumber} optional>
        <Input autoComplete="off" spellCheck={false} maxLength={30} {...register('vatNumber', orLeftOut)} />
      </FormField>
      <FormField label={t('website')} error={errors.website} optional>
        <Input
          type="url"
          inputMode="url"
          spellCheck={false}
          placeholder="https://"
          {...register('website', orNothing)}
        />
      </FormField>
    </div>
  );
}
