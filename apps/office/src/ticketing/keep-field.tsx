import type { Keep } from '@festivals/domain/ticketing/refund-rules';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'use-intl';
import { DecimalInput } from '../form/decimal-input.tsx';

/** What is kept as it is being chosen: an amount or a part may still be missing. */
export interface KeepDraft {
  kind: Keep['kind'];
  value: number | undefined;
}

export const keepNothing: KeepDraft = { kind: 'NOTHING', value: undefined };

/** What was chosen, or null while its number is missing or impossible. */
export function keepOf({ kind, value }: KeepDraft): Keep | null {
  if (kind === 'NOTHING') return { kind };
  if (value === undefined || !Number.isInteger(value) || value < 0) return null;
  if (kind === 'AMOUNT') return { kind, amount: value };
  return value <= 10_000 ? { kind, rate: value } : null;
}

type Props = { draft: KeepDraft; currency: string; onChange: (draft: KeepDraft) => void };

/** How much of each ticket's price the organiser keeps: nothing, so much, or a part. */
export function KeepField({ draft, currency, onChange }: Props) {
  const t = useTranslations('office.keep');
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={t('label')} className="min-w-44 flex-1">
        <Select
          value={draft.kind}
          onChange={({ target }) => {
            const kind = (['NOTHING', 'AMOUNT', 'PART'] as const).find((one) => one === target.value) ?? 'NOTHING';
            onChange({ kind, value: undefined });
          }}
        >
          <option value="NOTHING">{t('nothing')}</option>
          <option value="AMOUNT">{t('amount')}</option>
          <option value="PART">{t('part')}</option>
        </Select>
      </Field>
      {draft.kind !== 'NOTHING' && (
        <Field
          label={draft.kind === 'AMOUNT' ? t('howMuch') : t('whichPart')}
          className="w-36"
          error={draft.value !== undefined && keepOf(draft) === null ? t('impossible') : undefined}
        >
          <DecimalInput
            value={draft.value}
            digits={2}
            unit={draft.kind === 'AMOUNT' ? currency : '%'}
            onChange={(value) => onChange({ kind: draft.kind, value })}
          />
        </Field>
      )}
    </div>
  );
}
