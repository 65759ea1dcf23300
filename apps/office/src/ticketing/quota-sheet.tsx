import type { Festival } from '@festivals/domain/festival/contract';
import { NewSharedQuota, type SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Input } from '@festivals/ui/input';
import type { DefaultValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { CountField } from '../form/count-field.tsx';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { ticketTypesQuery } from './queries.ts';
import { TypesField } from './types-field.tsx';

type Props = { festival: Festival; edited: SharedQuota | undefined; types: readonly TicketType[]; onClose: () => void };

const valuesOf = (quota: SharedQuota | undefined): DefaultValues<z.input<typeof NewSharedQuota>> =>
  quota === undefined ? { name: '', ticketTypeIds: [] } : pick(quota, ['name', 'capacity', 'ticketTypeIds']);

/** A quota that several types share: how many, and who draws on it. */
export function QuotaSheet({ festival, edited, types, onClose }: Props) {
  const t = useTranslations('office.sharedQuota');
  const tickets = useTranslations('office.tickets');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const at = ({ id }: SharedQuota) => ({ ...params, quotaId: id });
  const { form, kept } = useRecordForm({
    festival,
    kind: 'quota',
    schema: NewSharedQuota,
    record: edited,
    values: valuesOf(edited),
  });
  const { control } = form;
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(body) =>
        edited === undefined
          ? api.ticketing.createSharedQuota({ params, body }, { idempotencyKey: keyFor(body) })
          : api.ticketing.updateSharedQuota({ params: at(edited), body: { version: kept.version, changes: body } })
      }
      removal={
        edited && {
          run: () => api.ticketing.deleteSharedQuota({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.ticketing.restoreSharedQuota({ params: at(edited) }),
        }
      }
      refresh={[ticketTypesQuery(festival.id).queryKey]}
      onClose={onClose}
    >
      <FormField label={t('name')} hint={t('nameHint')} error={form.formState.errors.name} required>
        <Input maxLength={60} autoComplete="off" {...form.register('name')} />
      </FormField>
      <CountField
        control={control}
        name="capacity"
        label={tickets('capacity')}
        hint={t('capacityHint')}
        min={edited ? edited.sold + edited.held : 0}
        required
      />
      <TypesField control={control} name="ticketTypeIds" legend={t('types')} hint={t('typesHint')} types={types} />
    </RecordSheet>
  );
}
