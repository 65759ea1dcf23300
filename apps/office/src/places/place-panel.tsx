import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace, MapLayer, PlaceChanges } from '@festivals/domain/places/contract';
import { PlaceColor, PlaceIcon, PlaceKind } from '@festivals/domain/places/place-kind';
import { WeekOfHours } from '@festivals/domain/places/opening-hours';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalisedInput } from '../form/localised-input.tsx';
import { useLanguage } from '../i18n/language.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { type Clash, type FieldValues, same } from '../record/merge.ts';
import { HoursInput } from '../stands/hours-input.tsx';
import { CornersList } from './corners-list.tsx';
import { LinkedHere } from './linked-here.tsx';
import { PlacePast } from './place-past.tsx';
import { Measures } from './measures.tsx';
import { type Direction, NudgePad } from './nudge-pad.tsx';

type Props = {
  festival: Festival;
  place: DraftPlace;
  layers: readonly MapLayer[];
  mayEdit: boolean;
  /** What somebody else saved while it was changed here, where both changed the same. */
  clashes: readonly Clash[];
  onSettle: (chosen: FieldValues) => void;
  /** `began` is what stood there when somebody began to write, where that was a while ago. */
  onChange: (changes: PlaceChanges, began?: PlaceChanges) => void;
  onNudge: (direction: Direction, metres: number) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** One place in full, beside the map. Every field is saved when it is left, and every step can be undone. */
export function PlacePanel(props: Props) {
  const { festival, place, layers, mayEdit, clashes, onSettle, onChange, onNudge, onRemove, onClose } = props;
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [place.id]);
  const name = localised(place.name, language) || kinds(place.kind);
  return (
    <section aria-label={t('details')} className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-2 border-b border-line px-3 py-2">
        <IconButton label={t('back')} onClick={onClose}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate text-ui font-semibold text-ink outline-none">
          {name}
        </h2>
        {mayEdit && (
          <IconButton label={t('remove', { name })} onClick={onRemove}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </header>
      <div className="min-h-0 flex-1 space-y-5 overflow-y-auto px-4 py-4" tabIndex={-1}>
        {clashes.length > 0 && (
          <FormNotices
            festival={festival}
            kept={{ draft: null, continueDraft: nothing, discardDraft: nothing, clashes, settle: onSettle }}
          />
        )}
        <Measures geometry={place.geometry} capacity={place.capacity} />
        {mayEdit ? (
          <Fields festival={festival} place={place} layers={layers} onChange={onChange} onNudge={onNudge} />
        ) : (
          <p className="text-ui text-ink-soft">
            {[kinds(place.kind), localised(place.note, language)].filter(Boolean).join(' · ')}
          </p>
        )}
        <LinkedHere festival={festival} place={place} />
        {mayEdit && (
          <CornersList key={place.id} geometry={place.geometry} onChange={(geometry) => onChange({ geometry })} />
        )}
        {mayEdit && <PlacePast key={`past ${place.id}`} festival={festival} place={place} onChange={onChange} />}
      </div>
    </section>
  );
}

// A place is saved field by field: there is no draft of it.
const nothing = () => undefined;

type FieldsProps = Pick<Props, 'festival' | 'place' | 'layers' | 'onChange' | 'onNudge'>;

function Fields({ festival, place, layers, onChange, onNudge }: FieldsProps) {
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  return (
    <>
      <Field label={t('kind')}>
        <Select value={place.kind} onChange={({ target }) => onChange({ kind: PlaceKind.parse(target.value) })}>
          {PlaceKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </Select>
      </Field>
      <Texts key={`name ${place.id}`} field="name" place={place} festival={festival} onChange={onChange} />
      <Texts key={`note ${place.id}`} field="note" place={place} festival={festival} onChange={onChange} />
      <div className="grid grid-cols-2 gap-3">
        <Capacity
          key={place.id}
          value={place.capacity}
          onChange={(capacity, began) => onChange({ capacity }, { capacity: began })}
        />
        <Field label={t('layer')}>
          <Select value={place.layerId ?? ''} onChange={({ target }) => onChange({ layerId: target.value || null })}>
            <option value="">{t('ground')}</option>
            {layers.map((layer) => (
              <option key={layer.id} value={layer.id}>
                {localised(layer.name, language)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('icon')}>
          <Select
            value={place.icon ?? ''}
            onChange={({ target }) => onChange({ icon: target.value === '' ? null : PlaceIcon.parse(target.value) })}
          >
            <option value="">{t('asKind')}</option>
            {PlaceIcon.options.map((icon) => (
              <option key={icon} value={icon}>
                {t(`sign.${icon}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('color')}>
          <Select
            value={place.color ?? ''}
            onChange={({ target }) => onChange({ color: target.value === '' ? null : PlaceColor.parse(target.value) })}
          >
            <option value="">{t('asKind')}</option>
            {PlaceColor.options.map((color) => (
              <option key={color} value={color}>
                {t(`tint.${color}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <NudgePad onNudge={onNudge} />
      <Hours key={`hours ${place.id}`} festival={festival} place={place} onChange={onChange} />
    </>
  );
}

/** A text in several languages, saved when the whole field is left. */
function Texts({
  field,
  place,
  festival,
  onChange,
}: Pick<Props, 'place' | 'festival' | 'onChange'> & { field: 'name' | 'note' }) {
  const t = useTranslations('office.map');
  const [typed, setTyped] = useState<{ now: DraftPlace['name']; began: DraftPlace['name'] } | null>(null);
  const save = () => {
    if (typed === null) return;
    setTyped(null);
    const texts = Object.fromEntries(Object.entries(typed.now).filter(([, text]) => text.trim() !== ''));
    if (!same(texts, typed.began)) onChange({ [field]: texts }, { [field]: typed.began });
  };
  return (
    <div
      role="presentation"
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || save()}
      onKeyDown={({ key, target }) => key === 'Enter' && target instanceof HTMLInputElement && save()}
    >
      <LocalisedInput
        label={t(field)}
        languages={festival.languages}
        value={typed?.now ?? place[field]}
        onChange={(value) =>
          setTyped({
            now: Object.fromEntries(Object.entries(value).filter(([, text]) => text !== undefined)),
            began: typed?.began ?? place[field],
          })
        }
        maxLength={field === 'name' ? 120 : 500}
        lines={field === 'name' ? 1 : 2}
      />
    </div>
  );
}

type CapacityProps = { value: number | null; onChange: (capacity: number | null, began: number | null) => void };

function Capacity({ value, onChange }: CapacityProps) {
  const t = useTranslations('office.map');
  const [typed, setTyped] = useState<{ now: string; began: number | null } | null>(null);
  const save = () => {
    setTyped(null);
    if (typed === null) return;
    const next = typed.now.trim() === '' ? null : Number(typed.now);
    const fits = next === null || (Number.isInteger(next) && next >= 0 && next <= 1_000_000);
    if (next !== typed.began && fits) onChange(next, typed.began);
  };
  return (
    <Field label={t('capacity')}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        className="tabular"
        value={typed?.now ?? value ?? ''}
        onChange={({ target }) =>
          setTyped({ now: target.value.replaceAll(/\D/g, '').slice(0, 7), began: typed === null ? value : typed.began })
        }
        onBlur={save}
        onKeyDown={({ key }) => key === 'Enter' && save()}
      />
    </Field>
  );
}

/** When it is open; half an entry is kept until it is a whole one. */
function Hours({ festival, place, onChange }: Pick<Props, 'festival' | 'place' | 'onChange'>) {
  const t = useTranslations('office.map');
  const [typed, setTyped] = useState<DraftPlace['hours'] | null>(null);
  const change = (hours: DraftPlace['hours']) => {
    const whole = WeekOfHours.safeParse(hours);
    setTyped(whole.success ? null : hours);
    if (whole.success) onChange({ hours: whole.data });
  };
  return (
    <details className="group">
      <summary className="w-fit cursor-pointer rounded-sm text-ui font-medium text-ink">
        {t('hours', { count: place.hours.length })}
      </summary>
      <div className="mt-2">
        <HoursInput festival={festival} value={typed ?? place.hours} onChange={change} wrong={false} />
        {place.hours.length > 0 && (
          <Button size="sm" tone="quiet" className="mt-2" onClick={() => change([])}>
            {t('alwaysOpen')}
          </Button>
        )}
      </div>
    </details>
  );
}
