import type { Festival } from '@festivals/domain/festival/contract';
import { updateVolunteer, type Volunteer } from '@festivals/domain/identity/volunteer-contract';
import { Input } from '@festivals/ui/input';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { volunteersQuery } from './team-queries.ts';

const Changes = updateVolunteer.body.shape.changes;
const valuesOf = ({ name, crew, phone }: Volunteer) => ({ name, crew, phone });
type Props = { festival: Festival; volunteer: Volunteer; onClose: () => void };

/** What is known of a volunteer; the address is who they are, and stays. */
export function VolunteerSheet({ festival, volunteer, onClose }: Props) {
  const t = useTranslations('office.volunteers');
  const word = useTranslations('office.member');
  const form = useForm<z.input<typeof Changes>, unknown, z.output<typeof Changes>>({
    resolver: zodResolver(Changes),
    defaultValues: valuesOf(volunteer),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'volunteer',
    record: volunteer,
    values: valuesOf(volunteer),
  });
  const { errors } = form.formState;
  return (
    <RecordSheet
      festival={festival}
      title={volunteer.name}
      description={volunteer.email}
      form={form}
      kept={kept}
      recordId={volunteer.id}
      save={(changes: z.output<typeof Changes>) =>
        api.identity.updateVolunteer({
          params: { festivalId: festival.id, volunteerId: volunteer.id },
          body: { version: kept.version, changes },
        })
      }
      words={{ saved: ({ name }) => word('changed', { name }) }}
      refresh={[volunteersQuery(festival.id).queryKey]}
      onClose={onClose}
    >
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={120} autoComplete="off" {...form.register('name')} />
      </FormField>
      <FormField label={t('crew')} error={errors.crew} required>
        <Input maxLength={60} autoComplete="off" {...form.register('crew')} />
      </FormField>
      <FormField label={t('phone')} error={errors.phone} optional>
        <Input
          type="tel"
          autoComplete="off"
          {...form.register('phone', { setValueAs: (text: string | null) => text?.trim() || null })}
        />
      </FormField>
    </RecordSheet>
  );
}
