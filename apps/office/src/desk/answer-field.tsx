import type { Language } from '@festivals/domain/primitives';
import type { AnswerValue, BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import { localised } from '@festivals/messages';
import { Checkbox } from '@festivals/ui/checkbox';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Textarea } from '@festivals/ui/textarea';
import type { ComponentProps } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { countries } from '../festival/festival-form.ts';
import { useLanguage } from '../i18n/language.ts';

interface Props {
  question: BuyerQuestion;
  languages: readonly Language[];
  value: AnswerValue | undefined;
  error: string | undefined;
  onChange: (value: AnswerValue | undefined) => void;
}

const inputs: Partial<Record<BuyerQuestion['kind'], ComponentProps<'input'>>> = {
  TEXT: { maxLength: 200 },
  NUMBER: { inputMode: 'decimal', maxLength: 20 },
  DATE: { type: 'date', min: '1900-01-01', max: '2199-12-31' },
  PHONE: { type: 'tel', maxLength: 40 },
  EMAIL: { type: 'email', inputMode: 'email', maxLength: 254 },
};

/** One of the festival's own questions, answered by whoever sells for whoever buys. */
export function AnswerField({ question, languages, value, error, onChange }: Props) {
  const language = useLanguage();
  const { kind, label, help } = question;
  const said = localised(label, language, languages);
  if (kind === 'SEVERAL_OF') return <Several {...{ question, languages, value, error, onChange }} said={said} />;
  const text = typeof value === 'string' ? value : '';
  const set = ({ target }: { target: { value: string } }) => onChange(target.value === '' ? undefined : target.value);
  return (
    <Field label={said} hint={localised(help, language, languages)} error={error}>
      {kind === 'YES_NO' || kind === 'ONE_OF' || kind === 'COUNTRY' ? (
        <Choice {...{ question, languages, value, onChange }} />
      ) : kind === 'LONG_TEXT' ? (
        <Textarea value={text} maxLength={2000} onChange={set} />
      ) : (
        <Input autoComplete="off" {...inputs[kind]} value={text} onChange={set} />
      )}
    </Field>
  );
}

/** One of several: by its id, by a country's code, or yes and no. */
function Choice({ question: { kind, options }, languages, value, onChange }: Omit<Props, 'error'>) {
  const t = useTranslations('office.asked');
  const desk = useTranslations('office.desk');
  const locale = useLocale();
  const language = useLanguage();
  const choices =
    kind === 'YES_NO'
      ? [
          { key: 'yes', name: t('yes'), to: true },
          { key: 'no', name: t('no'), to: false },
        ]
      : kind === 'COUNTRY'
        ? countries(locale).map(({ code, name }) => ({ key: code, name, to: code }))
        : options.map(({ id, name }) => ({ key: id, name: localised(name, language, languages), to: id }));
  return (
    <Select
      value={choices.find(({ to }) => to === value)?.key ?? ''}
      onChange={({ target }) => onChange(choices.find(({ key }) => key === target.value)?.to)}
    >
      <option value="">{desk('choose')}</option>
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Several({ question, languages, value, error, said, onChange }: Props & { said: string }) {
  const language = useLanguage();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset>
      <legend className="text-ui font-medium text-ink">{said}</legend>
      {question.options.map(({ id, name }) => (
        <label
          key={id}
          className="flex cursor-pointer items-center gap-2.5 py-1 text-ui text-ink pointer-coarse:py-2.5"
        >
          <Checkbox
            checked={chosen.includes(id)}
            onCheckedChange={(checked) => {
              const next = checked === true ? [...chosen, id] : chosen.filter((one) => one !== id);
              onChange(next.length === 0 ? undefined : next);
            }}
          />
          {localised(name, language, languages)}
        </label>
      ))}
      {error && (
        <p role="alert" className="text-xs font-medium text-danger-text">
          {error}
        </p>
      )}
    </fieldset>
  );
}
