import { localised } from '@festivals/messages';
import type { Line } from '@festivals/domain/ticketing/schemas';
import { Checkbox } from '@festivals/ui/checkbox';
import { Money } from '@festivals/ui/money';
import { useLocale, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';

interface Props {
  lines: readonly Line[];
  currency: string;
  chosen: ReadonlySet<number>;
  /** No ticket is left of the order: they all go back. */
  all: boolean;
  backOf: (line: Line) => number;
  onChoose: (lineNo: number, on: boolean) => void;
}

/** What was bought beside tickets, line by line: given back by itself, or with the last ticket. */
export function RefundLines({ lines, currency, chosen, all, backOf, onChoose }: Props) {
  const t = useTranslations('office.order');
  const locale = useLocale();
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-ui font-medium text-ink">{t(all ? 'refundBeside' : 'refundLines')}</legend>
      <ul className="mt-1 divide-y divide-line">
        {lines.map((line) => (
          <li key={line.lineNo}>
            <label className="flex min-h-11 items-center gap-3 text-ui text-ink">
              <Checkbox
                checked={all || chosen.has(line.lineNo)}
                disabled={all}
                onCheckedChange={(on) => onChoose(line.lineNo, on === true)}
              />
              <span className="min-w-0 flex-1">
                {line.quantity} × {line.kind === 'DONATION' ? t('gift') : localised(line.name, language)}
              </span>
              <Money cents={backOf(line)} currency={currency} locale={locale} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
