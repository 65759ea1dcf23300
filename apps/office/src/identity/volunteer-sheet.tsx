import type { Festival } from '@festivals/domain/festival/contract';
import { updateVolunteer, type Volunteer } from '@festivals/domain/identity/volunteer-contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';

const Changes = updateVolunteer.body.shape.changes;
const valuesOf = ({ name, crew, phone }: Volunteer) => ({ name, crew, phone });
type Props = { festival: Festival; volunteer: Volunteer; onSettled: () => unknown; onClose: () => void };

/** What is known of a volunteer; the address is who they are, and stays. */
export function VolunteerSheet({ festival, volunteer, onSettled, onClose }: Props) {
  const t = useTranslations('office.volunteers');
  const word = useTranslations('office.member');
  const shell = useTranslations('office.shell');
  const say = useToast();
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
  const save = useMutation({
    mutationFn: (changes: z.output<typeof Changes>) =>
      api.identity.updateVolunteer({
        params: { festivalId: festival.id, volunteerId: volunteer.id },
        body: { version: kept.version, changes },
      }),
    onSuccess: ({ name }) => {
      kept.forget();
      say({ title: word('changed', { name }) });
      onClose();
    },
    onSettled,
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={volunteer.name}
        description={volunteer.email}
        closeLabel={shell('close')}
        footer={
          <Button type="submit" form="volunteer" tone="accent" busy={save.isPending}>
            {word('save')}
          </Button>
        }
      >
        <form
          id="volunteer"
          noValidate
          onSubmit={form.handleSubmit((changes) => save.mutate(changes))}
          className="flex flex-col gap-5"
        >
          <FormNotices kept={kept} festival={festival} />
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
          <SaveFailure error={save.error} kept={kept} />
          <RecordHistory festival={festival} recordId={volunteer.id} kept={kept} />
        </form>
      </SheetContent>
    </Sheet>
  );
}
