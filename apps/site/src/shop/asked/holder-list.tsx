'use client';

import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { KeptAnswer } from '@festivals/domain/ticketing/asked/schemas';
import { keyOf } from '@festivals/domain/ticketing/asked/told';
import { localeOf, localised, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';

interface Props {
  known: OrderAsked;
  language: Language;
  fallbacks: readonly Language[];
}

/** Who comes, and what was answered: as a buyer, and whoever stands at the gate with them, reads it. */
export function HolderList({ known, language, fallbacks }: Props) {
  const t = useTranslations('site.asked');
  return (
    <ul className="divide-y divide-line">
      {known.holders.map((holder) => (
        <li key={keyOf(holder)} className="py-3">
          <p>
            <strong className="wrap-break-word">{holder.holder}</strong>{' '}
            <span className="text-ink-soft">{localised(holder.typeName, language, fallbacks)}</span>
          </p>
          {holder.minor && (
            <p className="mt-1 text-sm font-semibold text-warning-text">
              {holder.guardian
                ? t('minor_with', { name: holder.guardian.name, phone: holder.guardian.phone })
                : t('minor')}
            </p>
          )}
          <Answers answers={holder.answers} language={language} fallbacks={fallbacks} />
        </li>
      ))}
      {known.answers.length > 0 && (
        <li className="py-3">
          <strong>{t('order')}</strong>
          <Answers answers={known.answers} language={language} fallbacks={fallbacks} />
        </li>
      )}
    </ul>
  );
}

function Answers({
  answers,
  language,
  fallbacks,
}: {
  answers: readonly KeptAnswer[];
  language: Language;
  fallbacks: readonly Language[];
}) {
  if (answers.length === 0) return null;
  return (
    <dl className="mt-1 grid gap-x-4 text-sm sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      {answers.map((answer) => (
        <div key={answer.questionId} className="contents">
          <dt className="text-ink-soft">{localised(answer.label, language, fallbacks)}</dt>
          <dd className="wrap-break-word whitespace-pre-line max-sm:mb-1">
            <Said answer={answer} language={language} fallbacks={fallbacks} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({
  answer: { kind, value, chosen },
  language,
  fallbacks,
}: {
  answer: KeptAnswer;
  language: Language;
  fallbacks: readonly Language[];
}) {
  const t = useTranslations('site.asked');
  const locale = localeOf(language);
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (chosen.length > 0) return chosen.map(({ name }) => localised(name, language, fallbacks)).join(', ');
  if (Array.isArray(value)) return value.join(', ');
  if (kind === 'DATE')
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${value}T12:00:00Z`),
    );
  return kind === 'COUNTRY' ? (new Intl.DisplayNames([locale], { type: 'region' }).of(value) ?? value) : value;
}
