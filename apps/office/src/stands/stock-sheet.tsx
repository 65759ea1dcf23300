import type { Festival } from '@festivals/domain/festival/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import { NewStockItem, type StockItem } from '@festivals/domain/stands/stock-contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { Movements } from './movements.tsx';
import { ProductChecklist } from './product-checklist.tsx';
import { stockQuery } from './queries.ts';

type Typed = z.input<typeof NewStockItem>;
type Values = z.output<typeof NewStockItem>;
type Props = { festival: Festival; edited: StockItem | undefined; stands: readonly Stand[]; onClose: () => void };

/** Something that is counted: its name, where, from when it is low, which products draw on it; and what moved. */
export function StockSheet({ festival, edited, stands, onClose }: Props) {
  const t = useTranslations('office.stock');
  const menu = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const form = useForm<Typed, unknown, Values>({
    resolver: zodResolver(NewStockItem),
    defaultValues: edited ?? { name: '', standId: null, lowAt: null, productIds: [] },
  });
  const { errors } = form.formState;
  const standId = useWatch({ control: form.control, name: 'standId' }) ?? null;
  const offered = stands.filter((stand) => stand.products.length > 0 && (standId === null || stand.id === standId));
  const after = {
    onSuccess: () => {
      say({ title: t('saved') });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: stockQuery(festival.id).queryKey }),
  };
  const save = useMutation({
    mutationFn: ({ name, standId: stand, lowAt, productIds }: Values) => {
      const changes = { name, lowAt, productIds };
      return edited === undefined
        ? api.stands.createStockItem(
            { params, body: { ...changes, standId: stand } },
            { idempotencyKey: keyFor(changes) },
          )
        : api.stands.updateStockItem({
            params: { ...params, stockItemId: edited.id },
            body: { version: edited.version, changes },
          });
    },
    ...after,
  });
  const remove = useMutation({
    mutationFn: async () =>
      edited &&
      api.stands.deleteStockItem({
        params: { ...params, stockItemId: edited.id },
        query: { version: edited.version },
      }),
    ...after,
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited === undefined ? t('create') : edited.name}
        description={edited === undefined ? t('createLead') : t('nowOnHand', { count: edited.onHand })}
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
            <Button onClick={onClose}>{menu('cancel')}</Button>
            <Button type="submit" form="stock-item" tone="accent" busy={save.isPending}>
              {menu('save')}
            </Button>
          </>
        }
      >
        <form
          id="stock-item"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="flex flex-col gap-5"
        >
          <FormField label={t('name')} hint={t('nameHint')} error={errors.name} required>
            <Input maxLength={80} autoComplete="off" {...form.register('name')} />
          </FormField>
          {edited === undefined && (
            <FormField label={t('where')} hint={t('whereHint')} error={errors.standId}>
              <Select
                {...form.register('standId', { setValueAs: (value: string | null) => value || null })}
                onChange={({ target }) => {
                  form.setValue('standId', target.value || null);
                  form.setValue('productIds', []);
                }}
              >
                <option value="">{t('central')}</option>
                {stands.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </FormField>
          )}
          <FormField label={t('lowAt')} hint={t('lowAtHint')} error={errors.lowAt} optional>
            <Input
              type="number"
              min={0}
              className="tabular"
              {...form.register('lowAt', {
                setValueAs: (value: string | number | null) => (value === '' || value === null ? null : Number(value)),
              })}
            />
          </FormField>
          <Controller
            control={form.control}
            name="productIds"
            render={({ field }) => (
              <ProductChecklist stands={offered} chosen={field.value ?? []} onChange={field.onChange} />
            )}
          />
          <FormFailure error={save.error ?? remove.error} />
          {edited && <Movements festivalId={festival.id} stockItemId={edited.id} />}
        </form>
      </SheetContent>
    </Sheet>
  );
}
