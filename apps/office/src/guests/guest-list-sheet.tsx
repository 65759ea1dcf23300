import type { Festival } from '@festivals/domain/festival/contract';
import { type GuestList, GuestPurpose, NewGuestList } from '@festivals/domain/ticketing/guests/schemas';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { Textarea } from '@festivals/ui/textarea';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { useLanguage } from '../i18n/language.ts';
import { membersQuery } from '../identity/team-queries.ts';
import { useAllPages } from '../list/use-all-pages.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ticketTypesQuery } from '../ticketing/queries.ts';
import { guestListsQuery } from './queries.ts';

type Typed = z.input<typeof NewGuestList>;
type Values = z.output<typeof NewGuestList>;

const valuesOf = (list: GuestList | undefined): Typed => ({
  name: list?.name ?? '',
  purpose: list?.purpose ?? 'CREW',
  note: list?.note ?? '',
  ownerId: list?.owner?.id ?? null,
  ticketTypeId: list?.ticketTypeId ?? '',
  places: list?.places ?? 10,
  deadline: list?.deadline ?? null,
});

type Props = { festival: Festival; edited: GuestList | undefined; onClose: () => void; onClosed?: () => void };

/** A new guest list, or another look at one: for whom, who fills it, of which ticket and how many. */
export function GuestListSheet({ festival, edited, onClose, onClosed }: Props) {
  const t = useTranslations('office.guests');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const language = useLanguage();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const members = useAllPages(useInfiniteQuery(membersQuery(festival.id))).data ?? [];
  const form = useForm<Typed, unknown, Values>({
    resolver: zodResolver(NewGuestList),
    defaultValues: valuesOf(edited),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'guest-list',
    record: edited,
    values: valuesOf(edited),
  });
  const { errors } = form.formState;
  const settle = () => queryClient.invalidateQueries({ queryKey: guestListsQuery(festival.id).queryKey });
  const save = useMutation({
    mutationFn: (body: Values) => {
      if (edited === undefined)
        return api.ticketing.createGuestList({ params, body }, { idempotencyKey: keyFor(body) });
      const { ticketTypeId: _stays, ...changes } = body;
      return api.ticketing.updateGuestList({
        params: { ...params, guestListId: edited.id },
        body: { version: kept.version, changes },
      });
    },
    onSuccess: () => {
      kept.forget();
      say({ title: t('saved') });
      onClose();
    },
    onSettled: settle,
  });
  const close = useMutation({
    mutationFn: (list: GuestList) =>
      api.ticketing.deleteGuestList({ params: { ...params, guestListId: list.id }, query: { version: kept.version } }),
    onSuccess: () => {
      say({ title: t('closed') });
      onClosed?.();
    },
    onSettled: settle,
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited === undefined ? t('create') : t('edit')}
        description={t('sheetLead')}
        closeLabel={shell('close')}
        footer={
          <>
            {edited !== undefined && (
              <DeleteButton
                label={t('close')}
                sureLabel={t('closeSure')}
                busy={close.isPending}
                onDelete={() => close.mutate(edited)}
              />
            )}
            <Button type="submit" form="guest-list" tone="accent" busy={save.isPending}>
              {tickets('save')}
            </Button>
          </>
        }
      >
        <form
          id="guest-list"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="flex flex-col gap-5"
        >
          <FormNotices kept={kept} festival={festival} />
          <FormField label={t('name')} error={errors.name} required>
            <Input maxLength={80} autoComplete="off" {...form.register('name')} />
          </FormField>
          <FormField label={t('purposeLabel')} error={errors.purpose} required>
            <Select {...form.register('purpose')}>
              {GuestPurpose.options.map((one) => (
                <option key={one} value={one}>
                  {t(`purpose.${one}`)}
                </option>
              ))}
            </Select>
          </FormField>
          <FormField label={t('type')} hint={edited && t('typeHint')} error={errors.ticketTypeId} required>
            <Select disabled={edited !== undefined} {...form.register('ticketTypeId')}>
              <option value="" />
              {types.map(({ id, name }) => (
                <option key={id} value={id}>
                  {localised(name, language)}
                </option>
              ))}
            </Select>
          </FormField>
          <FormField label={t('places')} hint={t('placesHint')} error={errors.places} required>
            <Input
              type="number"
              min={1}
              max={10_000}
              className="tabular"
              {...form.register('places', { valueAsNumber: true })}
            />
          </FormField>
          <FormField label={t('owner')} hint={t('ownerHint')} error={errors.ownerId} optional>
            <Select {...form.register('ownerId', { setValueAs: (id: string | null) => id || null })}>
              <option value="">{t('nobody')}</option>
              {members.map(({ personId, name }) => (
                <option key={personId} value={personId}>
                  {name}
                </option>
              ))}
            </Select>
          </FormField>
          <FormField label={t('deadline')} hint={t('deadlineHint')} error={errors.deadline} optional>
            <Controller
              control={form.control}
              name="deadline"
              render={({ field }) => (
                <ZonedTimeInput
                  key={kept.epoch}
                  zone={festival.zone}
                  value={field.value ?? null}
                  onChange={field.onChange}
                />
              )}
            />
          </FormField>
          <FormField label={t('note')} hint={t('noteHint')} error={errors.note} optional>
            <Textarea rows={3} maxLength={500} {...form.register('note')} />
          </FormField>
          <SaveFailure error={save.error} kept={kept} />
          <FormFailure error={close.error} />
          {edited !== undefined && <RecordHistory festival={festival} recordId={edited.id} kept={kept} />}
        </form>
      </SheetContent>
    </Sheet>
  );
}
