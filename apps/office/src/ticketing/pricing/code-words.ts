import type { PromoCode } from '@festivals/domain/ticketing/pricing/code-schemas';
import { formatMoney } from '@festivals/ui/format-money';
import { useFormatter, useLocale, useTranslations } from 'use-intl';

/** What a code does, in a few words. */
export function useEffectWords(currency: string): (code: Pick<PromoCode, 'effect' | 'value' | 'per'>) => string {
  const t = useTranslations('office.codes');
  const format = useFormatter();
  const locale = useLocale();
  return ({ effect, value, per }) => {
    if (effect === 'NONE') return t('opensOnly');
    if (effect === 'PERCENT') return `−${format.number(value / 10_000, 'rate')}`;
    const amount = formatMoney(value, currency, locale);
    if (effect === 'FIXED_PRICE') return t('fixed', { amount });
    return per === 'ORDER' ? t('offOrder', { amount }) : t('offTicket', { amount });
  };
}

/** Whether a code can still be used, and why not. */
export function stateOf(code: PromoCode, now: Date): 'open' | 'spent' | 'over' | 'disabled' | 'early' {
  if (code.disabled) return 'disabled';
  if (code.validUntil !== null && Date.parse(code.validUntil) <= now.getTime()) return 'over';
  if (code.uses !== null && code.used + code.held >= code.uses) return 'spent';
  if (code.budget !== null && code.spent >= code.budget) return 'spent';
  return code.validFrom !== null && Date.parse(code.validFrom) > now.getTime() ? 'early' : 'open';
}
