import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import type { Festival } from '@festivals/domain/festival/contract';
import { Announcement, type NewSlot, SlotStatus, type ProgrammeDraft } from '@festivals/domain/programme/contract';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { FormField } from '../form/form-field.tsx';
import { orNull } from '../form/registered.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { ArtistsPicker } from './artists-picker.tsx';

export type SlotValues = z.output<typeof NewSlot>;
export type SlotForm = UseFormReturn<z.input<typeof NewSlot>, unknown, SlotValues>;

/** A part of the form that looks at the rest of the programme, or at the festival's time. */
export type OfProgramme = { form: SlotForm; programme: ProgrammeDraft };
type OfTime = { form: SlotForm; festival: Festival };

/** Who plays, under which title, where, and how certain that is. */
export function WhoAndWhere({ form, programme }: OfProgramme) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const { errors } = form.formState;
  return (
    <>
      <Artists form={form} programme={programme} />
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
    </>
  );
}

/** The first artist is whose set it is, the others play with them: two fields in one. */
const Artists = ({ form: { control }, programme }: OfProgramme) => (
  <Controller
    control={control}
    name="artistId"
    render={({ field: artist }) => (
      <Controller
        control={control}
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
);

/** From when to when, and how long the stage is taken before and after. */
export function Times({ form, festival }: OfTime) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const { errors } = form.formState;
  const zoneHint = t('zoneHint', {
    zone: festival.zone.replaceAll('_', ' '),
    cutOff: `${String(festival.cutOff).padStart(2, '0')}:00`,
  });
  return (
    <>
      <FormField label={t('startsAt')} hint={zoneHint} error={errors.startsAt} required>
        <Time form={form} festival={festival} name="startsAt" />
      </FormField>
      <FormField label={t('endsAt')} error={errors.endsAt} required>
        <Time form={form} festival={festival} name="endsAt" />
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
    </>
  );
}

/** Whether it is told of yet, and from when. */
export function Announced({ form, festival }: OfTime) {
  const words = useTranslations('office.timetable');
  const { errors } = form.formState;
  const announcement = useWatch({ control: form.control, name: 'announcement' });
  return (
    <>
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
          <Time form={form} festival={festival} name="revealsAt" />
        </FormField>
      )}
    </>
  );
}

function Time({ form, festival, name }: OfTime & { name: 'startsAt' | 'endsAt' | 'revealsAt' }) {
  const none = name === 'revealsAt' ? null : '';
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <ZonedTimeInput
          zone={festival.zone}
          value={field.value || null}
          onChange={(value) => field.onChange(value ?? none)}
        />
      )}
    />
  );
}
