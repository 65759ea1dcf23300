import { localised } from '@festivals/messages';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Line, Order } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { formatMoney, Money } from '@festivals/ui/money';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { isRefundable, isWhole, keptOf, keptOfExtra } from '@festivals/domain/ticketing/refund-rules';
import { Notice } from '@festivals/ui/notice';
import { KeepField, keepNothing, keepOf } from './keep-field.tsx';
import { RefundLines } from './refund-lines.tsx';

/** `beside` is what of the order is no ticket and did not go back yet. */
type Props = { festival: Festival; order: Order; beside: readonly Line[]; onClose: () => void };

/** What goes back, for how much and why: a real confirmation, because money leaves. */
export function RefundDialog({ festival, order, beside, onClose }: Props) {
  const t = useTranslations('office.order');
  const shell = useTranslations('office.shell');
  const locale = useLocale();
  const language = useLanguage();
  const say = useToast();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const form = useId();
  const used = order.tickets.filter(({ status }) => status === 'USED');
  const [withUsed, setWithUsed] = useState(false);
  const refundable = order.tickets.filter(({ status }) => isRefundable(status, withUsed));
  const [keepDraft, setKeep] = useState(keepNothing);
  const keep = keepOf(keepDraft);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(refundable.map(({ id }) => id)));
  const [reason, setReason] = useState('');
  const priceOf = (wantedNo: number) => order.lines.find(({ lineNo }) => lineNo === wantedNo)?.unitPrice ?? 0;
  const wanted = refundable.filter(({ id }) => chosen.has(id));
  const backOf = (lineNo: number) => priceOf(lineNo) - (keep ? keptOf(keep, priceOf(lineNo)) : 0);
  const isAll =
    wanted.length > 0 &&
    isWhole(
      wanted.map(({ id }) => id),
      order.tickets,
    );
  const [chosenLines, setChosenLines] = useState<ReadonlySet<number>>(new Set());
  const extras = beside.filter(({ lineNo }) => isAll || chosenLines.has(lineNo));
  const backOfExtra = ({ quantity, unitPrice }: Line) =>
    quantity * unitPrice - (keep ? keptOfExtra(keep, quantity * unitPrice) : 0);
  const amount =
    wanted.reduce((sum, { lineNo }) => sum + backOf(lineNo), 0) +
    extras.reduce((sum, line) => sum + backOfExtra(line), 0);
  const said = formatMoney(amount, order.currency, locale);
  const refund = useMutation({
    mutationFn: () => {
      if (!keep) return Promise.reject(new Error('no amount to keep'));
      const body = {
        ticketIds: wanted.map(({ id }) => id),
        lineNos: extras.map(({ lineNo }) => lineNo),
        reason: reason.trim(),
        keep,
        withUsed,
      };
      return api.ticketing.refundOrder(
        { params: { festivalId: festival.id, orderId: order.id }, body },
        { idempotencyKey: keyOf(body) },
      );
    },
    onSuccess: async (done) => {
      const said = formatMoney(done.amount, done.currency, locale);
      say({ title: t(done.status === 'PENDING' ? 'refundWaits' : 'refundDone', { amount: said }) });
      onClose();
      await client.invalidateQueries({ queryKey: ['festival', festival.id] });
    },
  });
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  const all = refundable.map(({ id }) => id);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('refundTitle')}
        description={t('refundLead')}
        closeLabel={shell('close')}
        footer={
          <>
            <Button onClick={onClose}>{t('refundCancel')}</Button>
            <Button
              tone="danger"
              type="submit"
              form={form}
              disabled={wanted.length + extras.length === 0 || reason.trim() === '' || keep === null}
              busy={refund.isPending}
            >
              {t('refundDo', { amount: said })}
            </Button>
          </>
        }
      >
        <form
          id={form}
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            refund.mutate();
          }}
        >
          <Field label={t('refundReason')}>
            <Input value={reason} maxLength={300} required onChange={({ target }) => setReason(target.value)} />
          </Field>
          <KeepField draft={keepDraft} currency={order.currency} onChange={setKeep} />
          {used.length > 0 && (
            <>
              {refundable.length === 0 && <Notice>{t('refundAllUsed')}</Notice>}
              <label className="flex min-h-11 items-center gap-3 text-ui text-ink">
                <Checkbox
                  checked={withUsed}
                  onCheckedChange={(on) => {
                    setWithUsed(on === true);
                    choose(
                      used.map(({ id }) => id),
                      on === true,
                    );
                  }}
                />
                {t('refundUsed', { count: used.length })}
              </label>
            </>
          )}
          {refundable.length > 0 && (
            <fieldset>
              <legend className="text-ui font-medium text-ink">{t('refundWhich')}</legend>
              <ul className="mt-1 divide-y divide-line">
                {all.length > 1 && (
                  <li>
                    <label className="flex min-h-11 items-center gap-3 text-ui text-ink-soft">
                      <Checkbox
                        checked={wanted.length === all.length}
                        onCheckedChange={(on) => choose(all, on === true)}
                      />
                      {t('refundAll')}
                    </label>
                  </li>
                )}
                {refundable.map((ticket) => (
                  <li key={ticket.id}>
                    <label className="flex min-h-11 items-center gap-3 text-ui text-ink">
                      <Checkbox
                        checked={chosen.has(ticket.id)}
                        onCheckedChange={(on) => choose([ticket.id], on === true)}
                      />
                      <span className="min-w-0 flex-1">
                        {localised(ticket.typeName, language)}
                        <span className="block truncate text-xs text-ink-faint">
                          {ticket.holder} · <code>{ticket.id.slice(-8).toUpperCase()}</code>
                        </span>
                      </span>
                      <Money cents={backOf(ticket.lineNo)} currency={order.currency} locale={locale} />
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          )}
          <RefundLines
            lines={beside}
            currency={order.currency}
            chosen={chosenLines}
            all={isAll}
            backOf={backOfExtra}
            onChoose={(lineNo, on) =>
              setChosenLines((now) => new Set(on ? [...now, lineNo] : [...now].filter((one) => one !== lineNo)))
            }
          />
          <FormFailure error={refund.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
