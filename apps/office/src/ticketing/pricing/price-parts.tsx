import type { Festival } from '@festivals/domain/festival/contract';
import type { Tier, Variation } from '@festivals/domain/ticketing/pricing/schemas';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'use-intl';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { errorAt } from '../../form/error-at.ts';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { told } from './told.ts';

type Part = (Tier | Variation) & { taken?: number | null };
type Props<T extends Part> = {
  kind: 'tiers' | 'variations';
  festival: Festival;
  parts: readonly T[];
  /** What is wrong with them, as the form says. */
  error: unknown;
  /** A new one, with a price to begin with. */
  fresh: () => T;
  onChange: (parts: T[]) => void;
};

/** Steps of a price or kinds of a ticket, one below the other; the first step that has not ended counts. */
export function PriceParts<T extends Part>({ kind, festival, parts, error, fresh, onChange }: Props<T>) {
  const t = useTranslations('office.prices');
  const set = (at: number, part: Partial<Tier>) =>
    onChange(parts.map((old, place) => (place === at ? { ...old, ...part } : old)));
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-1 text-ui font-medium text-ink">{t(`${kind}.title`)}</legend>
      <p className="text-xs text-ink-faint">{t(`${kind}.lead`)}</p>
      {parts.map((part, at) => (
        <div key={part.id} className="grid grid-cols-2 gap-3 rounded-lg border border-line p-3 *:min-w-0">
          <div className="col-span-2">
            <LocalisedInput
              languages={festival.languages}
              label={t('name')}
              error={errorAt(error, at, 'name')}
              value={part.name}
              onChange={(name) => set(at, { name: told(name) })}
              maxLength={60}
              required
            />
          </div>
          <Field label={t('price')} error={errorAt(error, at, 'price')}>
            <DecimalInput
              value={part.price}
              onChange={(price) => set(at, { price: price ?? Number.NaN })}
              digits={2}
              unit={festival.currency}
            />
          </Field>
          <Field
            label={t('capacity')}
            hint={part.taken == null ? undefined : t('taken', { count: part.taken })}
            error={errorAt(error, at, 'capacity')}
          >
            <Input
              type="number"
              min={1}
              className="tabular"
              value={part.capacity ?? ''}
              onChange={({ target }) => set(at, { capacity: target.value === '' ? null : Number(target.value) })}
            />
          </Field>
          {'until' in part && (
            <Field label={t('tiers.until')} error={errorAt(error, at, 'until')} className="col-span-2">
              <ZonedTimeInput zone={festival.zone} value={part.until} onChange={(until) => set(at, { until })} />
            </Field>
          )}
          <div className="col-span-2 flex justify-end">
            <Button size="sm" tone="quiet" onClick={() => onChange(parts.filter((_, place) => place !== at))}>
              {t('remove')}
            </Button>
          </div>
        </div>
      ))}
      <Button size="sm" onClick={() => onChange([...parts, fresh()])}>
        {t(`${kind}.add`)}
      </Button>
    </fieldset>
  );
}
