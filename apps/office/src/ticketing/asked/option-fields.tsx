import type { Festival } from '@festivals/domain/festival/contract';
import type { BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import { Button } from '@festivals/ui/button';
import { useTranslations } from 'use-intl';
import { RowTools } from '../../festival/settings/row-tools.tsx';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { told } from '../pricing/told.ts';

type Options = BuyerQuestion['options'];

/** The answers that can be chosen, in their order. */
export function OptionFields({
  festival,
  options,
  error,
  onChange,
}: {
  festival: Festival;
  options: Options;
  error: string | undefined;
  onChange: (options: Options) => void;
}) {
  const t = useTranslations('office.asked');
  const move = (from: number, to: number) => {
    const rest = options.filter((_, at) => at !== from);
    const moved = options[from];
    if (moved) onChange([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="mb-1 text-ui font-medium text-ink">{t('options')}</legend>
      {options.map(({ id, name }, at) => (
        <div key={id} className="flex items-end gap-1">
          <div className="min-w-0 flex-1">
            <LocalisedInput
              languages={festival.languages}
              label={t('option', { number: at + 1 })}
              value={name}
              onChange={(next) => onChange(options.map((old) => (old.id === id ? { id, name: told(next) } : old)))}
              maxLength={120}
            />
          </div>
          <RowTools
            label={t('option', { number: at + 1 })}
            at={at}
            count={options.length}
            move={move}
            remove={(gone) => onChange(options.filter((_, place) => place !== gone))}
          />
        </div>
      ))}
      {error !== undefined && (
        <p role="alert" className="text-xs font-medium text-danger-text">
          {error}
        </p>
      )}
      <Button size="sm" onClick={() => onChange([...options, { id: crypto.randomUUID(), name: {} }])}>
        {t('addOption')}
      </Button>
    </fieldset>
  );
}
