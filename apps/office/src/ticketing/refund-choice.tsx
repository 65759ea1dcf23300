import type { Order } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Checkbox } from '@festivals/ui/checkbox';
import { classNames } from '@festivals/ui/class-names';
import { Money } from '@festivals/ui/money';
import { Notice } from '@festivals/ui/notice';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import type { RefundDraft } from './use-refund-draft.ts';

type CheckProps = { checked: boolean; onCheck: (on: boolean) => void; className?: string; children: ReactNode };

const Check = ({ checked, onCheck, className = 'text-ink', children }: CheckProps) => (
  <label className={classNames('flex min-h-11 items-center gap-3 text-ui', className)}>
    <Checkbox checked={checked} onCheckedChange={(on) => onCheck(on === true)} />
    {children}
  </label>
);

/** Whether what somebody came in with goes back as well; nothing where nobody did. */
export function UsedToo({ draft }: { draft: RefundDraft }) {
  const t = useTranslations('office.order');
  if (draft.used.length === 0) return null;
  return (
    <>
      {draft.refundable.length === 0 && <Notice>{t('refundAllUsed')}</Notice>}
      <Check checked={draft.withUsed} onCheck={draft.takeUsed}>
        {t('refundUsed', { count: draft.used.length })}
      </Check>
    </>
  );
}

/** Which tickets go back, one by one or all at once, and how much for each; nothing where none can. */
export function WhichTickets({ draft, currency }: { draft: RefundDraft; currency: Order['currency'] }) {
  const t = useTranslations('office.order');
  const locale = useLocale();
  const language = useLanguage();
  const { refundable, wanted, choose } = draft;
  if (refundable.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-ui font-medium text-ink">{t('refundWhich')}</legend>
      <ul className="mt-1 divide-y divide-line">
        {refundable.length > 1 && (
          <li>
            <Check
              className="text-ink-soft"
              checked={wanted.length === refundable.length}
              onCheck={(on) => choose(refundable, on)}
            >
              {t('refundAll')}
            </Check>
          </li>
        )}
        {refundable.map((ticket) => (
          <li key={ticket.id}>
            <Check checked={draft.isChosen(ticket.id)} onCheck={(on) => choose([ticket], on)}>
              <span className="min-w-0 flex-1">
                {localised(ticket.typeName, language)}
                <span className="block truncate text-xs text-ink-faint">
                  {ticket.holder} · <code>{ticket.id.slice(-8).toUpperCase()}</code>
                </span>
              </span>
              <Money cents={draft.backOf(ticket.lineNo)} currency={currency} locale={locale} />
            </Check>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
