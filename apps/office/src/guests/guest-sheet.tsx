import type { Festival } from '@festivals/domain/festival/contract';
import { hasPlaces } from '@festivals/domain/ticketing/guests/rules';
import { type Guest, type GuestList, mostCompanions, NewGuest } from '@festivals/domain/ticketing/guests/schemas';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { guestListsQuery } from './queries.ts';

type Typed = z.input<typeof NewGuest>;

const valuesOf = (guest: Guest | undefined): Typed => ({
  name: guest?.name ?? '',
  email: guest?.email ?? null,
  companions: guest?.companions ?? 0,
  note: guest?.note ?? '',
});

type Props = { festival: Festival; list: GuestList; edited: Guest | undefined; onClose: () => void };

/** Somebody new on a list, one after another, or what is known of somebody who is on it. */
export function GuestSheet({ festival, list, edited, onClose }: Props) {
  const t = useTranslations('office.guests');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id, guestListId: list.id };
  const form = useForm<Typed, unknown, NewGuest>({ resolver: zodResolver(NewGuest), defaultValues: valuesOf(edited) });
  const kept = useKeptForm({ form, festivalId: festival.id, kind: 'guest', record: edited, values: valuesOf(edited) });
  const { errors } = form.formState;
  const isLocked = edited !== undefined && hasPlaces(edited.state);
  const save = useMutation({
    mutationFn: (body: NewGuest) =>
      edited === undefined
        ? api.ticketing.addGuest({ params, body }, { idempotencyKey: keyFor(body) })
        : api.ticketing.updateGuest({
            params: { ...params, guestId: edited.id },
            body: { version: kept.version, changes: isLocked ? { note: body.note } : body },
          }),
    onSuccess: ({ name }) => {
      kept.forget();
      say({ title: t(edited === undefined ? 'added' : 'guestSaved', { name }) });
      if (edited !== undefined) return onClose();
      form.reset(valuesOf(undefined));
      form.setFocus('name');
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: guestListsQuery(festival.id).queryKey }),
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited === undefined ? t('add') : edited.name || t('erased')}
        description={edited === undefined ? t('addLead') : t(`state.${edited.state}`)}
        closeLabel={shell('close')}
        footer={
          <>
            <Button onClick={onClose}>{shell('close')}</Button>
            <Button type="submit" form="guest" tone="accent" busy={save.isPending}>
              {edited === undefined ? t('addNext') : tickets('save')}
            </Button>
          </>
        }
      >
        <form
          id="guest"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="flex flex-col gap-5"
        >
          <FormNotices kept={kept} festival={festival} />
          {isLocked && <Notice>{t('locked')}</Notice>}
          <FormField label={t('guestName')} error={errors.name} required>
            <Input maxLength={120} autoComplete="off" readOnly={isLocked} {...form.register('name')} />
          </FormField>
          <FormField label={t('email')} hint={t('emailHint')} error={errors.email} optional>
            <Input
              type="email"
              autoComplete="off"
              readOnly={isLocked}
              {...form.register('email', { setValueAs: (text: string | null) => text?.trim() || null })}
            />
          </FormField>
          <FormField label={t('companions')} error={errors.companions}>
            <Input
              type="number"
              min={0}
              max={mostCompanions}
              readOnly={isLocked}
              className="tabular"
              {...form.register('companions', { valueAsNumber: true })}
            />
          </FormField>
          <FormField label={t('note')} hint={t('noteHint')} error={errors.note} optional>
            <Input maxLength={200} autoComplete="off" {...form.register('note')} />
          </FormField>
          <SaveFailure error={save.error} kept={kept} />
        </form>
      </SheetContent>
    </Sheet>
  );
}
