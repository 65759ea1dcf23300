import { Policies, PolicyTopic } from '@festivals/domain/festival/details';
import type { Language } from '@festivals/messages';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { validationText } from '../../i18n/validation.ts';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

const Form = z.object({ policies: Policies });

/** What every festival is asked about: a short answer to each. */
export function PoliciesSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'policies');
  return (
    <SectionForm
      festival={festival}
      name="policies"
      version={version}
      title={t('section.policies')}
      lead={t('policiesLead')}
      schema={Form}
      saved={{ policies: content }}
      save={async ({ policies }, over) => ({ policies: await save(policies, over) })}
      onConflict={refetch}
    >
      <Fields languages={festival.languages} />
    </SectionForm>
  );
}

function Fields({ languages }: { languages: readonly Language[] }) {
  const t = useTranslations('office.settings');
  const { control } = useFormContext<z.input<typeof Form>>();
  return PolicyTopic.options.map((topic) => (
    <Controller
      key={topic}
      control={control}
      name={`policies.${topic}`}
      render={({ field, fieldState }) => (
        <LocalisedInput
          label={t(`policy.${topic}`)}
          error={validationText(fieldState.error?.message)}
          languages={languages}
          value={field.value ?? {}}
          onChange={field.onChange}
          lines={2}
          maxLength={1000}
        />
      )}
    />
  ));
}
