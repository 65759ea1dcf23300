import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { localised } from '@festivals/messages';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';

/** What it comes to, line by line, and why: read out before it is paid. */
export function QuoteLines({ quote, money }: { quote: Quote; money: (amount: number) => string }) {
  const t = useTranslations('office.desk');
  const order = useTranslations('office.order');
  const language = useLanguage();
  const { festival } = useFestival();
  const say = (names: Parameters<typeof localised>[0]) => localised(names, language, festival.languages);
  return (
    <dl className="space-y-1 text-ui">
      {quote.lines.map((line) => (
        <div key={line.lineNo} className="flex justify-between gap-4">
          <dt className="min-w-0 text-ink">
            <span className="tabular">{line.quantity} ×</span>{' '}
            {line.kind === 'DONATION' ? order('gift') : say(line.name)}
            {line.why.map(({ id, name, code, amount }) => (
              <span key={id} className="block text-xs text-ink-faint">
                {code ?? (name === null ? '' : say(name))} {money(-amount)}
              </span>
            ))}
          </dt>
          <dd className="tabular shrink-0 text-ink">{money(line.unitPrice * line.quantity)}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 border-t border-line pt-1.5 text-xs text-ink-soft">
        <dt>{t('vatInIt')}</dt>
        <dd className="tabular">{money(quote.vatAmount)}</dd>
      </div>
    </dl>
  );
}
