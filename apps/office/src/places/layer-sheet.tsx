import type { Festival } from '@festivals/domain/festival/contract';
import { Audience, type MapLayer, updateLayer } from '@festivals/domain/places/contract';
import { localised } from '@festivals/messages';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { LocalisedField } from '../form/localised-field.tsx';
import { useLanguage } from '../i18n/language.ts';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { mapQuery } from './queries.ts';

const Changes = updateLayer.body.shape.changes.pick({ name: true, audience: true }).required();
type Props = { festival: Festival; layer: MapLayer; isEmpty: boolean; onClose: () => void };

/** A layer's name in each language, and who sees it; an empty one is taken away here. */
export function LayerSheet({ festival, layer, isEmpty, onClose }: Props) {
  const t = useTranslations('office.map');
  const language = useLanguage();
  const params = { festivalId: festival.id, layerId: layer.id };
  const { form, kept } = useRecordForm({
    festival,
    kind: 'layer',
    schema: Changes,
    record: layer,
    values: pick(layer, ['name', 'audience']),
  });
  const { control, formState, register } = form;
  return (
    <RecordSheet
      festival={festival}
      title={localised(layer.name, language)}
      form={form}
      kept={kept}
      recordId={layer.id}
      save={(changes) => api.places.updateLayer({ params, body: { version: kept.version, changes } })}
      removal={
        isEmpty
          ? {
              run: () => api.places.deleteLayer({ params, query: { version: layer.version } }),
              restore: () => api.places.restoreLayer({ params }),
            }
          : undefined
      }
      refresh={[mapQuery(festival.id).queryKey]}
      onClose={onClose}
    >
      <LocalisedField
        control={control}
        name="name"
        label={t('name')}
        languages={festival.languages}
        maxLength={60}
        required
      />
      <FormField label={t('seenBy')} error={formState.errors.audience} required>
        <Select {...register('audience')}>
          {Audience.options.map((one) => (
            <option key={one} value={one}>
              {t(`audience.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
    </RecordSheet>
  );
}
