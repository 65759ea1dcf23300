import { useTranslations } from 'use-intl';

/** Why money did not go back: in the reader's language where it was we who said it, else in the provider's own words. */
export function useRefundFailure(): (failure: string) => string {
  const t = useTranslations('office.refusedRefunds');
  return (failure) => {
    if (failure === 'payments.provider_unavailable') return t('unavailable');
    if (failure === 'payments.provider_not_configured') return t('noKeys');
    if (failure === 'ticketing.payment_disputed') return t('disputed');
    return failure === 'general.not_found' ? t('noCharge') : failure;
  };
}
