import { addDays, instantOf, isZone } from '@festivals/domain/calendar';
import { updateFestival } from '@festivals/domain/festival/contract';
import { endsAfterStart, isSeason } from '@festivals/domain/festival/season';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { useFormContext } from 'react-hook-form';
import { useFormatter, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { FormField } from '../../form/form-field.tsx';
import { WhenFields } from '../identity-fields.tsx';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useSaveFestival } from './use-save-festival.ts';

const Dates = updateFestival.body.shape.changes
  .pick({ startsOn: true, endsOn: true, zone: true, cutOff: true })
  .required()
  .refine(endsAfterStart, { path: ['endsOn'], message: 'ends_before_start' })
  .refine(isSeason, { path: ['endsOn'], message: 'too_many_days' });
type Dates = z.output<typeof Dates>;

/** When, by which clock, and where one day ends and the next begins. */
export function DatesSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { save, refetch } = useSaveFestival(festival);
  const datesOf = ({ startsOn, endsOn, zone, cutOff }: Dates): Dates => ({ startsOn, endsOn, zone, cutOff });
  return (
    <SectionForm
      festival={festival}
      name="dates"
      version={festival.version}
      title={t('section.dates')}
      lead={t('datesLead')}
      schema={Dates}
      saved={datesOf(festival)}
      save={async (values, over) => datesOf(await save(values, over))}
      onConflict={refetch}
    >
      <WhenFields />
      <ZoneNotice before={festival.zone} />
      <CutOffField />
    </SectionForm>
  );
}

/** What was planned by the clocks of one zone is not moved to those of another: whoever chooses another is told. */
function ZoneNotice({ before }: { before: string }) {
  const t = useTranslations('office.settings');
  const format = useFormatter();
  const { watch } = useFormContext<Dates>();
  const { zone, startsOn } = watch();
  if (zone === before || !isZone(zone) || startsOn === '') return null;
  const evening = instantOf(startsOn, '20:00', before);
  const clock = (timeZone: string) => format.dateTime(evening, 'weekdayClock', { timeZone });
  const placeOf = (name: string) => name.replaceAll('_', ' ');
  return (
    <Notice tone="warning" live>
      {t('zoneChange', { before: clock(before), from: placeOf(before), after: clock(zone), to: placeOf(zone) })}
    </Notice>
  );
}

function CutOffField() {
  const t = useTranslations('office.settings');
  const format = useFormatter();
  const { formState, register, watch } = useFormContext<Dates>();
  const { cutOff, startsOn } = watch();
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const weekday = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { weekday: 'long', timeZone: 'UTC' });
  const example =
    startsOn === '' || Number(cutOff) === 0
      ? t('cutOffMidnight')
      : t('cutOffExample', {
          time: `0${Math.max(0, Number(cutOff) - 1)}:30`.slice(-5),
          next: weekday(addDays(startsOn, 1)),
          day: weekday(startsOn),
        });
  return (
    <FormField
      label={t('cutOff')}
      hint={example}
      error={formState.errors.cutOff}
      required
      className="sm:w-[calc(50%-0.5rem)]"
    >
      <Select {...register('cutOff', { valueAsNumber: true })}>
        {Array.from({ length: 12 }, (_, hour) => (
          <option key={clock(hour)} value={hour}>
            {clock(hour)}
          </option>
        ))}
      </Select>
    </FormField>
  );
}
