import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { instantOnDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import { NewSlot, SlotStatus, type DraftSlot, type ProgrammeDraft } from '@festivals/domain/programme/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { EditSheet } from './edit-sheet.tsx';

type Values = z.output<typeof NewSlot>;
type Props = {
  festival: Festival;
  programme: ProgrammeDraft;
  edited: DraftSlot | undefined;
  day: string;
  warnings: readonly string[];
  onClose: () => void;
};

const orNull = { setValueAs: (text: string | null) => (text === '' ? null : text) };

function valuesOf({ festival, programme, edited, day }: Props): Values {
  if (edited) return { ...edited };
  return {
    stageId: programme.stages[0]?.id ?? '',
    artistId: null,
    title: null,
    startsAt: instantOnDay(day, '20:00', festival.zone).toISOString(),
    endsAt: instantOnDay(day, '21:00', festival.zone).toISOString(),
    status: 'PENDING',
  };
}

/** A new set, or another look at one. */
export function SlotSheet(props: Props) {
  const { festival, programme, edited, warnings, onClose } = props;
  const t = useTranslations('office.programmeEdit');
  const locale = useLocale();
  const keyFor = useDeedKey();
  const form = useForm<z.input<typeof NewSlot>, unknown, Values>({
    resolver: zodResolver(NewSlot),
    defaultValues: valuesOf(props),
  });
  const { errors } = form.formState;
  const params = { festivalId: festival.id };
  const time = (name: 'startsAt' | 'endsAt') => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <ZonedTimeInput
          zone={festival.zone}
          value={field.value || null}
          onChange={(value) => field.onChange(value ?? '')}
        />
      )}
    />
  );
  return (
    <EditSheet<Values>
      festivalId={festival.id}
      title={edited ? t('editSet') : t('newSet')}
      submit={(save) => form.handleSubmit(save)}
      save={(values) =>
        edited
          ? api.programme.updateSlot({
              params: { ...params, slotId: edited.id },
              body: { version: edited.version, changes: values },
            })
          : api.programme.createSlot({ params, body: values }, { idempotencyKey: keyFor(values) })
      }
      remove={
        edited
          ? () =>
              api.programme.deleteSlot({ params: { ...params, slotId: edited.id }, query: { version: edited.version } })
          : null
      }
      onClose={onClose}
    >
      {warnings.length > 0 && (
        <Notice tone="warning">
          <ul className="space-y-1">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FormField label={t('artist')} error={errors.artistId}>
        <Select {...form.register('artistId', orNull)}>
          <option value="">{t('tba')}</option>
          {programme.artists
            .toSorted((a, b) => a.name.localeCompare(b.name, locale))
            .map((artist) => (
              <option key={artist.id} value={artist.id}>
                {artist.name}
              </option>
            ))}
        </Select>
      </FormField>
      <FormField label={t('setTitle')} hint={t('setTitleHint')} error={errors.title} optional>
        <Input maxLength={120} {...form.register('title', orNull)} />
      </FormField>
      <FormField label={t('stage')} error={errors.stageId} required>
        <Select {...form.register('stageId')}>
          {programme.stages.map((stage) => (
            <option key={stage.id} value={stage.id}>
              {stage.name}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField
        label={t('startsAt')}
        hint={t('zoneHint', { zone: festival.zone.replaceAll('_', ' ') })}
        error={errors.startsAt}
        required
      >
        {time('startsAt')}
      </FormField>
      <FormField label={t('endsAt')} error={errors.endsAt} required>
        {time('endsAt')}
      </FormField>
      <FormField label={t('statusLabel')} error={errors.status} required>
        <Select {...form.register('status')}>
          {SlotStatus.options.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
      </FormField>
    </EditSheet>
  );
}
