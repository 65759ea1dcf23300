import { Select } from '@festivals/ui/select';
import type { DraftSlot } from '@festivals/domain/programme/contract';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FormField } from '../form/form-field.tsx';
import { orNull } from '../form/registered.ts';
import type { OfProgramme } from './slot-fields.tsx';
import { useSetName } from './use-set-name.ts';

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

/** Over which set it plays, where there is one. */
export function TakesOver({ form, programme, id }: OfProgramme & { id: string | undefined }) {
  const words = useTranslations('office.timetable');
  const nameOf = useSetName(programme.artists);
  const [stageId, startsAt, endsAt, overlaysId] = useWatch({
    control: form.control,
    name: ['stageId', 'startsAt', 'endsAt', 'overlaysId'],
  });
  const below = under(programme.slots, { stageId, startsAt, endsAt }, id);
  const overlaid = programme.slots.find((slot) => slot.id === overlaysId);
  const choices = overlaid && !below.includes(overlaid) ? [...below, overlaid] : below;
  if (choices.length === 0 && !overlaysId) return null;
  return (
    <FormField
      label={words('takesOver')}
      hint={words('takesOverHint')}
      error={form.formState.errors.overlaysId}
      optional
    >
      <Select {...form.register('overlaysId', orNull)}>
        <option value="">{words('takesOverNothing')}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </FormField>
  );
}
