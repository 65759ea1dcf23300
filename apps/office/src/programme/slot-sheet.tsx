import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import type { Festival } from '@festivals/domain/festival/contract';
import {
  Announcement,
  NewSlot,
  SlotStatus,
  type DraftSlot,
  type ProgrammeDraft,
} from '@festivals/domain/programme/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { orNull } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { ArtistsPicker } from './artists-picker.tsx';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import type { Deed } from './use-moves.ts';
import { useSetName } from './use-set-name.ts';

type Values = z.output<typeof NewSlot>;
type Props = {
  festival: Festival;
  programme: ProgrammeDraft;
  edited: DraftSlot | undefined;
  /** What a new set begins as. */
  first: Values;
  warnings: readonly string[];
  /** Told of what was done, so that it can be taken back. */
  onDone: (deed: Deed) => void;
  onClose: () => void;
};

/** What the form says of a set; a new one begins as `first`. */
const valuesOf = (slot: DraftSlot | undefined, first: Values): Values =>
  slot === undefined ? first : pick(slot, Object.keys(first) as (keyof Values & keyof DraftSlot)[]);

/** The sets that one may take over: on its stage, at its time, and not themselves over another. */
const under = (slots: readonly DraftSlot[], set: { stageId: string; startsAt: string; endsAt: string }, id?: string) =>
  slots.filter(
    (one) =>
      one.id !== id &&
      one.stageId === set.stageId &&
      one.overlaysId === null &&
      one.startsAt < set.endsAt &&
      set.startsAt < one.endsAt,
  );

/** A new set, or another look at one. */
export function SlotSheet({ festival, programme, edited, first, warnings, onDone, onClose }: Props) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const keyFor = useDeedKey();
  const nameOf = useSetName(programme.artists);
  const form = useForm<z.input<typeof NewSlot>, unknown, Values>({
    resolver: zodResolver(NewSlot),
    defaultValues: valuesOf(edited, first),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'slot',
    record: edited,
    values: valuesOf(edited, first),
  });
  const { errors } = form.formState;
  const [stageId, startsAt, endsAt, announcement, overlaysId] = useWatch({
    control: form.control,
    name: ['stageId', 'startsAt', 'endsAt', 'announcement', 'overlaysId'],
  });
  const below = under(programme.slots, { stageId, startsAt, endsAt }, edited?.id);
  const overlaid = programme.slots.find(({ id }) => id === overlaysId);
  const choices = overlaid && !below.includes(overlaid) ? [...below, overlaid] : below;
  const params = { festivalId: festival.id };
  const time = (name: 'startsAt' | 'endsAt' | 'revealsAt') => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <ZonedTimeInput
          zone={festival.zone}
          value={field.value || null}
          onChange={(value) => field.onChange(value ?? (name === 'revealsAt' ? null : ''))}
        />
      )}
    />
  );
  return (
    <RecordSheet
      festival={festival}
      title={edited ? t('editSet') : t('newSet')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={async (values: Values) => {
        if (!edited) {
          const slot = await api.programme.createSlot({ params, body: values }, { idempotencyKey: keyFor(values) });
          return onDone({ kind: 'made', slot });
        }
        const body = { version: kept.version, changes: values };
        const to = await api.programme.updateSlot({ params: { ...params, slotId: edited.id }, body });
        onDone({ kind: 'edited', from: edited, to });
      }}
      removal={
        edited && {
          run: async () => {
            const onSlot = { ...params, slotId: edited.id };
            await api.programme.deleteSlot({ params: onSlot, query: { version: edited.version } });
            onDone({ kind: 'removed', slot: edited });
          },
          restore: () => api.programme.restoreSlot({ params: { ...params, slotId: edited.id } }),
        }
      }
      refresh={[['festival', festival.id, 'programme']]}
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
      <Controller
        control={form.control}
        name="artistId"
        render={({ field: artist }) => (
          <Controller
            control={form.control}
            name="withArtistIds"
            render={({ field: others }) => (
              <ArtistsPicker
                artists={programme.artists}
                value={artist.value ? [artist.value, ...(others.value ?? [])] : []}
                onChange={([main = null, ...rest]) => {
                  artist.onChange(main);
                  others.onChange(rest);
                }}
              />
            )}
          />
        )}
      />
      <FormField label={t('setTitle')} hint={words('titleHint')} error={errors.title} optional>
        <Input maxLength={120} {...form.register('title', orNull)} />
      </FormField>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField label={t('stage')} error={errors.stageId} required>
          <Select {...form.register('stageId')}>
            {programme.stages.map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stage.name}
              </option>
            ))}
          </Select>
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
      </div>
      <FormField
        label={t('startsAt')}
        hint={t('zoneHint', {
          zone: festival.zone.replaceAll('_', ' '),
          cutOff: `${String(festival.cutOff).padStart(2, '0')}:00`,
        })}
        error={errors.startsAt}
        required
      >
        {time('startsAt')}
      </FormField>
      <FormField label={t('endsAt')} error={errors.endsAt} required>
        {time('endsAt')}
      </FormField>
      <div className="grid gap-5 sm:grid-cols-2">
        {(['setupMinutes', 'teardownMinutes'] as const).map((name) => (
          <FormField key={name} label={words(name)} error={errors[name]}>
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={720}
              step={5}
              className="tabular"
              {...form.register(name, { valueAsNumber: true })}
            />
          </FormField>
        ))}
      </div>
      <FormField label={words('announcement')} hint={words('announcementHint')} error={errors.announcement}>
        <Select {...form.register('announcement')}>
          {Announcement.options.map((one) => (
            <option key={one} value={one}>
              {words(`announcements.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {announcement !== 'OPEN' && (
        <FormField label={words('revealsAt')} hint={words('revealsAtHint')} error={errors.revealsAt} optional>
          {time('revealsAt')}
        </FormField>
      )}
      {(choices.length > 0 || overlaysId) && (
        <FormField label={words('takesOver')} hint={words('takesOverHint')} error={errors.overlaysId} optional>
          <Select {...form.register('overlaysId', orNull)}>
            <option value="">{words('takesOverNothing')}</option>
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </Select>
        </FormField>
      )}
    </RecordSheet>
  );
}
