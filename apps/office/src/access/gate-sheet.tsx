import { type Gate, NewGate } from '@festivals/domain/access/gate-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace } from '@festivals/domain/places/contract';
import { localised } from '@festivals/messages';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { orNull } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { gatesQuery } from './gates-query.ts';

type Values = z.output<typeof NewGate>;
type Props = {
  festival: Festival;
  edited: Gate | undefined;
  entrances: readonly DraftPlace[];
  onClose: () => void;
};

const valuesOf = (gate: Gate | undefined): Values => ({ name: gate?.name ?? '', placeId: gate?.placeId ?? null });

/** A new gate, or another look at one: what it is called, and at which entrance it stands. */
export function GateSheet({ festival, edited, entrances, onClose }: Props) {
  const t = useTranslations('office.gates');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const locale = useLocale();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const { form, kept } = useRecordForm({
    festival,
    kind: 'gate',
    schema: NewGate,
    record: edited,
    values: valuesOf(edited),
  });
  const { errors } = form.formState;
  const named = entrances
    .map(({ id, name }) => ({ id, name: localised(name, language) || kinds('ENTRANCE') }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const at = ({ id }: Gate) => ({ ...params, gateId: id });
  return (
    <RecordSheet
      festival={festival}
      title={edited?.name ?? t('add')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(values) =>
        edited
          ? api.access.updateGate({ params: at(edited), body: { version: kept.version, changes: values } })
          : api.access.createGate({ params, body: values }, { idempotencyKey: keyFor(values) })
      }
      words={{ saved: ({ name }) => t('saved', { name }) }}
      removal={
        edited && {
          run: () => api.access.deleteGate({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.access.restoreGate({ params: at(edited) }),
          words: { removed: t('removed', { name: edited.name }) },
        }
      }
      refresh={[gatesQuery(festival.id).queryKey]}
      onClose={onClose}
    >
      <FormField label={t('name')} hint={t('nameHint')} error={errors.name} required>
        <Input maxLength={60} autoComplete="off" {...form.register('name')} />
      </FormField>
      <FormField
        label={t('entrance')}
        hint={named.length === 0 ? t('noEntrances') : undefined}
        error={errors.placeId}
        optional
      >
        <Select {...form.register('placeId', orNull)}>
          <option value="">{t('nowhere')}</option>
          {named.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
    </RecordSheet>
  );
}
