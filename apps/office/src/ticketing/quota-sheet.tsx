import type { Festival } from '@festivals/domain/festival/contract';
import { NewSharedQuota, type SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Input } from '@festivals/ui/input';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, type DefaultValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { whole } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { ticketTypesQuery } from './queries.ts';
import { TypeChecklist } from './type-checklist.tsx';

type Values = z.output<typeof NewSharedQuota>;
type Props = { festival: Festival; edited: SharedQuota | undefined; types: readonly TicketType[]; onClose: () => void };

const valuesOf = (quota: SharedQuota | undefined): DefaultValues<z.input<typeof NewSharedQuota>> =>
  quota === undefined ? { name: '', ticketTypeIds: [] } : pick(quota, ['name', 'capacity', 'ticketTypeIds']);

/** A quota that several types share: how many, and who draws on it. */
export function QuotaSheet({ festival, edited, types, onClose }: Props) {
  const t = useTranslations('office.sharedQuota');
  const tickets = useTranslations('office.tickets');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const form = useForm<z.input<typeof NewSharedQuota>, unknown, Values>({
    resolver: zodResolver(NewSharedQuota),
    defaultValues: valuesOf(edited),
  });
  const kept = useKeptForm({ form, festivalId: festival.id, kind: 'quota', record: edited, values: valuesOf(edited) });
  const { errors } = form.formState;
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(body: Values) =>
        edited === undefined
          ? api.ticketing.createSharedQuota({ params, body }, { idempotencyKey: keyFor(body) })
          : api.ticketing.updateSharedQuota({
              params: { ...params, quotaId: edited.id },
              body: { version: kept.version, changes: body },
            })
      }
      removal={
        edited && {
          run: () =>
            api.ticketing.deleteSharedQuota({
              params: { ...params, quotaId: edited.id },
              query: { version: edited.version },
            }),
        }
      }
      refresh={[ticketTypesQuery(festival.id).queryKey]}
      onClose={onClose}
    >
      <FormField label={t('name')} hint={t('nameHint')} error={errors.name} required>
        <Input maxLength={60} autoComplete="off" {...form.register('name')} />
      </FormField>
      <FormField label={tickets('capacity')} hint={t('capacityHint')} error={errors.capacity} required>
        <Input
          type="number"
          min={edited ? edited.sold + edited.held : 0}
          className="tabular"
          {...form.register('capacity', whole(undefined))}
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
    </RecordSheet>
  );
}
