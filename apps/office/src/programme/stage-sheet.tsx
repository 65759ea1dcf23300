import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import type { Festival } from '@festivals/domain/festival/contract';
import { NewStage, type DraftStage } from '@festivals/domain/programme/contract';
import { localised } from '@festivals/messages';
import { useQuery } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { orNull } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { HoursInput } from '../stands/hours-input.tsx';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { placesQuery } from './queries.ts';

type Values = z.output<typeof NewStage>;
type Props = { festival: Festival; edited: DraftStage | undefined; onClose: () => void };

const valuesOf = (stage: DraftStage | undefined): Values => ({
  name: stage?.name ?? '',
  placeId: stage?.placeId ?? null,
  hours: stage?.hours ?? [],
});

/** A new stage, or another look at one. */
export function StageSheet({ festival, edited, onClose }: Props) {
  const t = useTranslations('office.programmeEdit');
  const language = useLanguage();
  const keyFor = useDeedKey();
  const places = useQuery(placesQuery(festival.id));
  const { form, kept } = useRecordForm({
    festival,
    kind: 'stage',
    schema: NewStage,
    record: edited,
    values: valuesOf(edited),
  });
  const { errors } = form.formState;
  const params = { festivalId: festival.id };
  const onMap = (places.data ?? []).filter(({ kind, id }) => kind === 'STAGE' || id === edited?.placeId);
  return (
    <RecordSheet
      festival={festival}
      title={edited ? t('editStage') : t('newStage')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(values) =>
        edited
          ? api.programme.updateStage({
              params: { ...params, stageId: edited.id },
              body: { version: kept.version, changes: values },
            })
          : api.programme.createStage({ params, body: values }, { idempotencyKey: keyFor(values) })
      }
      removal={
        edited && {
          run: () =>
            api.programme.deleteStage({
              params: { ...params, stageId: edited.id },
              query: { version: edited.version },
            }),
          restore: () => api.programme.restoreStage({ params: { ...params, stageId: edited.id } }),
        }
      }
      refresh={[['festival', festival.id, 'programme']]}
      onClose={onClose}
    >
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={80} {...form.register('name')} />
      </FormField>
      {onMap.length > 0 && (
        <FormField label={t('place')} error={errors.placeId} optional>
          <Select {...form.register('placeId', orNull)}>
            <option value="">{t('noPlace')}</option>
            {onMap.map((place) => (
              <option key={place.id} value={place.id}>
                {localised(place.name, language)}
              </option>
            ))}
          </Select>
        </FormField>
      )}
      <Controller
        control={form.control}
        name="hours"
        render={({ field, fieldState }) => (
          <HoursInput
            festival={festival}
            value={field.value ?? []}
            onChange={field.onChange}
            wrong={fieldState.error !== undefined}
          />
        )}
      />
    </RecordSheet>
  );
}
