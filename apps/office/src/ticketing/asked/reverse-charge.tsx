import { useTranslations } from 'use-intl';

/** Below the lines of an order without VAT: the company that owes it, and the words that the law wants. */
export function ReverseCharge({ company }: { company: { vatNumber: string; name?: string | undefined } }) {
  const t = useTranslations('office.orderAsked');
  return (
    <p className="border-t border-line px-5 py-3 text-xs text-ink-soft">
      <span className="block font-medium text-ink">
        {t('company', { number: [company.name, company.vatNumber].filter(Boolean).join(', ') })}
      </span>
      {t('mention')}
    </p>
  );
}
