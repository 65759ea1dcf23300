import type { MapLayer } from '@festivals/domain/places/contract';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Select } from '@festivals/ui/select';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { type Direction, NudgePad } from './nudge-pad.tsx';

type Props = {
  count: number;
  layers: readonly MapLayer[];
  onLayer: (layerId: string | null) => void;
  onNudge: (direction: Direction, metres: number) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** What can be done to several places at once. */
export function ManyPanel({ count, layers, onLayer, onNudge, onRemove, onClose }: Props) {
  const t = useTranslations('office.map');
  const language = useLanguage();
  return (
    <section aria-label={t('details')} className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-2 border-b border-line px-3 py-2">
        <IconButton label={t('back')} onClick={onClose}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <h2 className="text-ui font-semibold text-ink">{t('chosen', { count })}</h2>
      </header>
      <div className="space-y-5 px-4 py-4">
        <Field label={t('moveToLayer')}>
          <Select value="-" onChange={({ target }) => onLayer(target.value || null)}>
            <option value="-" disabled>
              {t('chooseLayer')}
            </option>
            <option value="">{t('ground')}</option>
            {layers.map((layer) => (
              <option key={layer.id} value={layer.id}>
                {localised(layer.name, language)}
              </option>
            ))}
          </Select>
        </Field>
        <NudgePad onNudge={onNudge} />
        <Button tone="danger" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          {t('removeMany', { count })}
        </Button>
      </div>
    </section>
  );
}
