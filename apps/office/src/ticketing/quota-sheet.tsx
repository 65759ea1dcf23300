import type { Festival } from '@festivals/domain/festival/contract';
import { NewSharedQuota, type SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ticketTypesQuery } from './queries.ts';
import { TypeChecklist } from './type-checklist.tsx';

type Values = z.output<typeof NewSharedQuota>;
type Props = { festival: Festival; edited: SharedQuota | undefined; types: readonly TicketType[]; onClose: () => void };

/** A quota that several types share: how many, and who draws on it. */
export function QuotaSheet({ festival, edited, types, onClose }: Props) {
  const t = useTranslations('office.sharedQuota');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const form = useForm<z.input<typeof NewSharedQuota>, unknown, Values>({
    resolver: zodResolver(NewSharedQuota),
    defaultValues: edited ?? { name: '', ticketTypeIds: [] },
  });
  const { errors } = form.formState;
  const after = {
    onSuccess: () => {
      say({ title: tickets('saved') });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ticketTypesQuery(festival.id).queryKey }),
  };
  const save = useMutation({
    mutationFn: ({ name, capacity, ticketTypeIds }: Values) => {
      const body = { name, capacity, ticketTypeIds };
      return edited === undefined
        ? api.ticketing.createSharedQuota({ params, body }, { idempotencyKey: keyFor(body) })
        : api.ticketing.updateSharedQuota({
            params: { ...params, quotaId: edited.id },
            body: { version: edited.version, changes: body },
          });
    },
    ...after,
  });
  const remove = useMutation({
    mutationFn: async () =>
      edited &&
      api.ticketing.deleteSharedQuota({
        params: { ...params, quotaId: edited.id },
        query: { version: edited.version },
      }),
    ...after,
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited === undefined ? t('create') : t('edit')}
        description={t('sheetLead')}
        closeLabel={shell('close')}
        footer={
          <>
            {edited && (
              <DeleteButton
                label={t('remove')}
                sureLabel={t('removeSure')}
                busy={remove.isPending}
                onDelete={() => remove.mutate()}
              />
            )}
            <Button onClick={onClose}>{tickets('cancel')}</Button>
            <Button type="submit" form="quota" tone="accent" busy={save.isPending}>
              {tickets('save')}
            </Button>
          </>
        }
      >
        <form
          id="quota"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="flex flex-col gap-5"
        >
          <FormField label={t('name')} hint={t('nameHint')} error={errors.name} required>
            <Input maxLength={60} autoComplete="off" {...form.register('name')} />
          </FormField>
          <FormField label={tickets('capacity')} hint={t('capacityHint')} error={errors.capacity} required>
            <Input
              type="number"
              min={edited ? edited.sold + edited.held : 0}
              className="tabular"
              {...form.register('capacity', {
                setValueAs: (text: string | number) => (text === '' ? undefined : Number(text)),
              })}
            />
          </FormField>
          <Controller
            control={form.control}
            name="ticketTypeIds"
            render={({ field }) => (
              <TypeChecklist
                legend={t('types')}
                hint={t('typesHint')}
                types={types}
                // Ids of the list are the contract's own.
                chosen={(field.value ?? []) as TicketType['id'][]}
                onChange={field.onChange}
              />
            )}
          />
          <FormFailure error={save.error ?? remove.error} />
        </form>
      </SheetContent>
    </Sheet>
  );
}
