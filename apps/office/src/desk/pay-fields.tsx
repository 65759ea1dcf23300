import { decimalsOf } from '@festivals/domain/money';
import { DeskMeans } from '@festivals/domain/ticketing/desk-contract';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'use-intl';
import { MoneyInput } from '../form/money-input.tsx';
import { notesFor } from './notes-for.ts';

export interface Paying {
  means: DeskMeans;
  reason: string;
  /** What the customer hands over, minor units; undefined while nobody typed it. */
  given: number | undefined;
}

export const nothingPaid: Paying = { means: 'CASH', reason: '', given: undefined };

/** What goes back of cash, minor units; negative where it does not suffice, null where nothing was typed. */
export const changeOf = ({ means, given }: Paying, total: number): number | null =>
  means !== 'CASH' || given === undefined ? null : (Number.isNaN(given) ? 0 : given) - total;

interface Props {
  paying: Paying;
  total: number;
  currency: string;
  money: (amount: number) => string;
  onChange: (paying: Paying) => void;
}

/** How it is paid, and for cash what is handed over and what goes back. */
export function PayFields({ paying, total, currency, money, onChange }: Props) {
  const t = useTranslations('office.desk');
  const form = useTranslations('office.form');
  const isFree = paying.means === 'FREE';
  const change = changeOf(paying, total);
  return (
    <div className="space-y-4">
      <fieldset>
        <legend className="mb-1.5 text-ui font-medium text-ink">{t('means')}</legend>
        <div className="grid grid-cols-2 gap-2">
          {DeskMeans.options.map((means) => (
            <label
              key={means}
              className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md border border-line px-3 py-1.5 text-ui text-ink hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="means"
                value={means}
                checked={paying.means === means}
                onChange={() => onChange({ ...paying, means })}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 wrap-break-word">{t(`by.${means}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {paying.means === 'CASH' && total > 0 && (
        <div data-money className="space-y-2">
          <Field
            label={t('given')}
            optional={form('optional')}
            error={change !== null && change < 0 ? t('tooLittle', { amount: money(-change) }) : undefined}
          >
            <MoneyInput currency={currency} value={paying.given} onChange={(given) => onChange({ ...paying, given })} />
          </Field>
          <div className="flex flex-wrap gap-2">
            {notesFor(total, decimalsOf(currency)).map((given) => (
              <Button key={given} size="sm" tabIndex={-1} onClick={() => onChange({ ...paying, given })}>
                {money(given)}
              </Button>
            ))}
          </div>
          <p role="status" className="flex items-baseline justify-between text-ui text-ink-soft">
            {change !== null && change >= 0 && (
              <>
                {t('change')} <strong className="tabular text-xl text-ink">{money(change)}</strong>
              </>
            )}
          </p>
        </div>
      )}
      <Field label={t('reason')} required={isFree} {...(isFree ? {} : { optional: form('optional') })}>
        <Input
          maxLength={200}
          autoComplete="off"
          required={isFree}
          value={paying.reason}
          onChange={({ target }) => onChange({ ...paying, reason: target.value })}
        />
      </Field>
    </div>
  );
}
