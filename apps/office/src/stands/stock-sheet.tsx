import type { Festival } from '@festivals/domain/festival/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import { NewStockItem, type StockItem } from '@festivals/domain/stands/stock-contract';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { orNull, whole } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { Movements } from './movements.tsx';
import { ProductChecklist } from './product-checklist.tsx';
import { stockQuery } from './queries.ts';

type Typed = z.input<typeof NewStockItem>;
type Values = z.output<typeof NewStockItem>;
type Props = { festival: Festival; edited: StockItem | undefined; stands: readonly Stand[]; onClose: () => void };

const valuesOf = (item: StockItem | undefined): Typed => ({
  name: item?.name ?? '',
  standId: item?.standId ?? null,
  lowAt: item?.lowAt ?? null,
  productIds: item?.productIds ?? [],
});

/** Something that is counted: its name, where, from when it is low, which products draw on it; and what moved. */
export function StockSheet({ festival, edited, stands, onClose }: Props) {
  const t = useTranslations('office.stock');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const form = useForm<Typed, unknown, Values>({
    resolver: zodResolver(NewStockItem),
    defaultValues: valuesOf(edited),
  });
  const { errors } = form.formState;
  const standId = useWatch({ control: form.control, name: 'standId' }) ?? null;
  const offered = stands.filter((stand) => stand.products.length > 0 && (standId === null || stand.id === standId));
  const kept = useKeptForm({ form, festivalId: festival.id, kind: 'stock', record: edited, values: valuesOf(edited) });
  return (
    <RecordSheet
      festival={festival}
      title={edited?.name ?? t('create')}
      description={edited === undefined ? t('createLead') : t('nowOnHand', { count: edited.onHand })}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={({ name, standId: stand, lowAt, productIds }: Values) => {
        const changes = { name, lowAt, productIds };
        return edited === undefined
          ? api.stands.createStockItem(
              { params, body: { ...changes, standId: stand } },
              { idempotencyKey: keyFor(changes) },
            )
          : api.stands.updateStockItem({
              params: { ...params, stockItemId: edited.id },
              body: { version: kept.version, changes },
            });
      }}
      removal={
        edited && {
          run: () =>
            api.stands.deleteStockItem({
              params: { ...params, stockItemId: edited.id },
              query: { version: edited.version },
            }),
          restore: () => api.stands.restoreStockItem({ params: { ...params, stockItemId: edited.id } }),
          words: { remove: t('remove'), sure: t('removeSure') },
        }
      }
      refresh={[stockQuery(festival.id).queryKey]}
      after={edited && <Movements festivalId={festival.id} stockItemId={edited.id} />}
      onClose={onClose}
    >
      <FormField label={t('name')} hint={t('nameHint')} error={errors.name} required>
        <Input maxLength={80} autoComplete="off" {...form.register('name')} />
      </FormField>
      {edited === undefined && (
        <FormField label={t('where')} hint={t('whereHint')} error={errors.standId}>
          <Select
            {...form.register('standId', orNull)}
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
        <Input type="number" min={0} className="tabular" {...form.register('lowAt', whole(null))} />
      </FormField>
      <Controller
        control={form.control}
        name="productIds"
        render={({ field }) => (
          <ProductChecklist stands={offered} chosen={field.value ?? []} onChange={field.onChange} />
        )}
      />
    </RecordSheet>
  );
}
