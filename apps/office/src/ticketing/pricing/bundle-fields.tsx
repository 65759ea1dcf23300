import type { Festival } from '@festivals/domain/festival/contract';
import type { Bundle } from '@festivals/domain/ticketing/pricing/schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { IconButton } from '@festivals/ui/icon-button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { errorAt } from '../../form/error-at.ts';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { told } from './told.ts';

export interface FieldsProps<T> {
  value: T;
  /** What is wrong with it, as the form says. */
  error: unknown;
  festival: Festival;
  types: readonly TicketType[];
  onChange: (value: T) => void;
}

type Part = Bundle['parts'][number];
type Choice = { id: Part['ticketTypeId']; kind: string | null; words: string };

/** Several tickets at one price. */
export function BundleFields({ value, error, festival, types, onChange }: FieldsProps<Bundle>) {
  const t = useTranslations('office.prices');
  const tickets = useTranslations('office.tickets');
  const language = useLanguage();
  const texts = { languages: festival.languages };
  const set = (part: Partial<Bundle>) => onChange({ ...value, ...part });
  const setPart = (at: number, part: Partial<Part>) =>
    set({ parts: value.parts.map((old, place) => (place === at ? { ...old, ...part } : old)) });
  // A type with several kinds stands once for each of them.
  const choices = types.flatMap(({ id, name, variations }): Choice[] =>
    variations.length === 0
      ? [{ id, kind: null, words: localised(name, language) }]
      : variations.map((kind) => ({
          id,
          kind: kind.id,
          words: `${localised(name, language)} · ${localised(kind.name, language)}`,
        })),
  );
  const [first] = choices;
  return (
    <div className="grid gap-4 sm:grid-cols-2 *:min-w-0">
      <LocalisedInput
        {...texts}
        label={t('name')}
        error={errorAt(error, 'name')}
        value={value.name}
        onChange={(name) => set({ name: told(name) })}
        maxLength={80}
        required
      />
      <LocalisedInput
        {...texts}
        label={tickets('description')}
        error={errorAt(error, 'description')}
        value={value.description}
        onChange={(description) => set({ description: told(description) })}
        maxLength={500}
      />
      <Field label={t('bundles.price')} hint={t('bundles.priceHint')} error={errorAt(error, 'price')}>
        <DecimalInput
          value={value.price}
          onChange={(price) => set({ price: price ?? Number.NaN })}
          digits={2}
          unit={festival.currency}
        />
      </Field>
      <Field label={tickets('maxPerOrder')} error={errorAt(error, 'maxPerOrder')}>
        <Input
          type="number"
          min={1}
          max={10}
          className="tabular"
          value={value.maxPerOrder}
          onChange={({ target }) => set({ maxPerOrder: Number(target.value) })}
        />
      </Field>
      <div className="space-y-2 sm:col-span-2">
        {value.parts.map((part, at) => (
          <div
            key={`${part.ticketTypeId} ${part.variationId} ${value.parts.slice(0, at).filter((one) => one.ticketTypeId === part.ticketTypeId).length}`}
            className="flex items-end gap-2"
          >
            <Field
              label={t('bundles.quantity')}
              error={errorAt(error, 'parts', at, 'quantity')}
              className="w-20 shrink-0"
              hideLabel={at > 0}
            >
              <Input
                type="number"
                min={1}
                max={20}
                className="tabular"
                value={part.quantity}
                onChange={({ target }) => setPart(at, { quantity: Number(target.value) })}
              />
            </Field>
            <Field label={t('bundles.type')} className="min-w-0 flex-1" hideLabel={at > 0}>
              <Select
                value={`${part.ticketTypeId} ${part.variationId ?? ''}`}
                onChange={({ target }) => {
                  const chosen = choices.find(({ id, kind }) => `${id} ${kind ?? ''}` === target.value);
                  if (chosen) setPart(at, { ticketTypeId: chosen.id, variationId: chosen.kind });
                }}
              >
                {choices.map(({ id, kind, words }) => (
                  <option key={`${id} ${kind}`} value={`${id} ${kind ?? ''}`}>
                    {words}
                  </option>
                ))}
              </Select>
            </Field>
            {value.parts.length > 1 && (
              <IconButton
                label={t('bundles.removePart')}
                className="disabled:hidden"
                onClick={() => set({ parts: value.parts.filter((_, place) => place !== at) })}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </div>
        ))}
        {first && value.parts.length < 10 && (
          <Button
            size="sm"
            className="disabled:hidden"
            onClick={() =>
              set({ parts: [...value.parts, { ticketTypeId: first.id, variationId: first.kind, quantity: 1 }] })
            }
          >
            {t('bundles.addPart')}
          </Button>
        )}
      </div>
    </div>
  );
}
