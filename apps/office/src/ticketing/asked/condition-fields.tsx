import type { Festival } from '@festivals/domain/festival/contract';
import { isConditionable } from '@festivals/domain/ticketing/asked/contradictions';
import type { BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import { localised } from '@festivals/messages';
import { Checkbox } from '@festivals/ui/checkbox';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { useLocale, useTranslations } from 'use-intl';
import { countries } from '../../festival/festival-form.ts';
import { useLanguage } from '../../i18n/language.ts';

interface Props {
  value: BuyerQuestion;
  earlier: readonly BuyerQuestion[];
  festival: Festival;
  error: string | undefined;
  onChange: (condition: BuyerQuestion['condition']) => void;
}

/** Whether a question is asked only after a certain answer to an earlier one. */
export function ConditionFields({ value, earlier, festival, error, onChange }: Props) {
  const t = useTranslations('office.asked');
  const language = useLanguage();
  const possible = earlier.filter(
    (one) =>
      isConditionable(one) &&
      (value.of === 'TICKET' || one.of === 'ORDER') &&
      (value.at === 'LATER' || one.at === 'CHECKOUT'),
  );
  const { condition } = value;
  const on = possible.find(({ id }) => id === condition?.questionId);
  const answers = useAnswers(on, festival);
  if (possible.length === 0 && condition === null) return null;
  const begin = (id: string) => {
    const question = possible.find((one) => one.id === id);
    if (!question) return onChange(null);
    const first =
      question.kind === 'YES_NO'
        ? 'YES'
        : question.kind === 'COUNTRY'
          ? festival.place.country
          : question.options[0]?.id;
    onChange(first === undefined ? null : { questionId: id, anyOf: [first] });
  };
  const toggle = (id: string, checked: boolean) => {
    if (!condition) return;
    const anyOf = checked ? [...condition.anyOf, id] : condition.anyOf.filter((one) => one !== id);
    if (anyOf.length > 0) onChange({ ...condition, anyOf });
  };
  return (
    <div className="grid gap-3 rounded-lg border border-line p-3 sm:grid-cols-2 *:min-w-0">
      <Field label={t('condition')} error={error}>
        <Select value={condition?.questionId ?? ''} onChange={({ target }) => begin(target.value)}>
          <option value="">{t('always')}</option>
          {condition && !on && <option value={condition.questionId}>?</option>}
          {possible.map(({ id, label }) => (
            <option key={id} value={id}>
              {localised(label, language, festival.languages) || t('unnamed')}
            </option>
          ))}
        </Select>
      </Field>
      {on && condition && on.kind === 'COUNTRY' && (
        <Field label={t('answered')}>
          <Select
            value={condition.anyOf[0]}
            onChange={({ target }) => onChange({ ...condition, anyOf: [target.value] })}
          >
            {answers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {on && condition && on.kind !== 'COUNTRY' && (
        <fieldset>
          <legend className="mb-1 text-ui font-medium text-ink">{t('answered')}</legend>
          {answers.map(({ id, name }) => (
            <label
              key={id}
              className="flex cursor-pointer items-center gap-2.5 py-1 text-ui text-ink pointer-coarse:py-2.5"
            >
              <Checkbox
                checked={condition.anyOf.includes(id)}
                onCheckedChange={(checked) => toggle(id, checked === true)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function useAnswers(question: BuyerQuestion | undefined, festival: Festival): { id: string; name: string }[] {
  const t = useTranslations('office.asked');
  const language = useLanguage();
  const locale = useLocale();
  if (question?.kind === 'COUNTRY') return countries(locale).map(({ code, name }) => ({ id: code, name }));
  if (question?.kind === 'YES_NO')
    return [
      { id: 'YES', name: t('yes') },
      { id: 'NO', name: t('no') },
    ];
  return (question?.options ?? []).map(({ id, name }) => ({
    id,
    name: localised(name, language, festival.languages) || '–',
  }));
}
