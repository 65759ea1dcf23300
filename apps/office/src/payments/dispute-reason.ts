import { useTranslations } from 'use-intl';

/** Why banks take money back, as Stripe names it (docs.stripe.com/disputes/categories), by what it means to an organiser. */
const meanings = {
  fraudulent: 'fraudulent',
  duplicate: 'duplicate',
  product_not_received: 'product_not_received',
  product_unacceptable: 'product_unacceptable',
  credit_not_processed: 'credit_not_processed',
  unrecognized: 'unrecognized',
  subscription_canceled: 'subscription_canceled',
  bank_cannot_process: 'bank',
  check_returned: 'bank',
  debit_not_authorized: 'fraudulent',
  incorrect_account_details: 'bank',
  insufficient_funds: 'bank',
  customer_initiated: 'general',
  noncompliant: 'general',
  general: 'general',
} as const;

const isKnown = (reason: string): reason is keyof typeof meanings => Object.hasOwn(meanings, reason);

/** Says why a bank took money back, in the reader's language; what no provider has named before, in its own words. */
export function useDisputeReason(): (reason: string) => string {
  const t = useTranslations('office.payments.disputeReason');
  return (reason) => (isKnown(reason) ? t(meanings[reason]) : reason.replaceAll('_', ' '));
}
