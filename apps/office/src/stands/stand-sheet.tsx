import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import type { Festival } from '@festivals/domain/festival/contract';
import { NewStand, StandKind, type Stand } from '@festivals/domain/stands/contract';
import { localised } from '@festivals/messages';
import { useQuery } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { HoursInput } from './hours-input.tsx';
import { standsQuery } from './queries.ts';
import { RemoveStand } from './remove-stand.tsx';

// The menu's sections are written where the menu is.
const StandFields = NewStand.omit({ sections: true });
type Values = z.output<typeof StandFields>;

const valuesOf = (stand: Stand | undefined): Values => ({
  name: stand?.name ?? '',
  kind: stand?.kind ?? 'BAR',
  placeId: stand?.placeId ?? null,
  hours: stand?.hours ?? [],
});

/** A new stand, or another look at one, beside the list. */
export function StandSheet({
  festival,
  edited,
  onClose,
}: {
  festival: Festival;
  edited: Stand | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('office.menu');
  const stands = useTranslations('office.stands');
  const locale = useLocale();
  const language = useLanguage();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const { form, kept } = useRecordForm({
    festival,
    kind: 'stand',
    schema: StandFields,
    record: edited,
    values: valuesOf(edited),
  });
  const places = useQuery({
    queryKey: ['festival', festival.id, 'places'],
    queryFn: ({ signal }) => api.places.listPlaces({ params }, { signal }),
  });
  const named = (places.data ?? [])
    .map(({ id, name }) => ({ id, name: localised(name, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const { errors } = form.formState;
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('editTitle')}
      description={t('standLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={({ name, kind, placeId, hours }) => {
        const body = { name, kind, placeId, hours };
        return edited === undefined
          ? api.stands.createStand({ params, body }, { idempotencyKey: keyFor(body) })
          : api.stands.updateStand({
              params: { ...params, standId: edited.id },
              body: { version: kept.version, changes: body },
            });
      }}
      words={{ saved: () => t('standSaved') }}
      refresh={[standsQuery(festival.id).queryKey]}
      after={edited && <RemoveStand festival={festival} stand={edited} onRemoved={onClose} />}
      onClose={onClose}
    >
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={80} autoComplete="off" {...form.register('name')} />
      </FormField>
      <FormField label={t('kind')} error={errors.kind} required>
        <Select {...form.register('kind')}>
          {StandKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {stands(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('place')} error={errors.placeId} optional>
        <Controller
          control={form.control}
          name="placeId"
          render={({ field }) => (
            <Select
              value={field.value ?? ''}
              onBlur={field.onBlur}
              onChange={({ target }) => field.onChange(target.value === '' ? null : target.value)}
            >
              <option value="">{t('noPlace')}</option>
              {named.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        />
      </FormField>
      <Controller
        control={form.control}
        name="hours"
        render={({ field, fieldState }) => (
          <HoursInput
            festival={festival}
            value={field.value ?? []}
            onChange={field.onChange}
            wrong={fieldState.invalid}
          />
        )}
      />
    </RecordSheet>
  );
}
