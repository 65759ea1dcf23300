import type { Festival } from '@festivals/domain/festival/contract';
import { chart, LedgerAccount } from '@festivals/domain/ledger/chart';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { Select } from '@festivals/ui/select';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { DecimalInput } from '../form/decimal-input.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ledgerKey } from './queries.ts';

interface DraftLeg {
  key: string;
  account: LedgerAccount;
  side: 'debit' | 'credit';
  cents: number | undefined;
}

const newLeg = (account: LedgerAccount, side: DraftLeg['side']): DraftLeg => ({
  key: crypto.randomUUID(),
  account,
  side,
  cents: undefined,
});

const amountOf = ({ side, cents }: DraftLeg): number => (side === 'debit' ? 1 : -1) * (cents ?? Number.NaN);

/** An entry by hand: two lines at least, equal on both sides before it can be booked. */
export function CorrectionDialog({ festival, onClose }: { festival: Festival; onClose: () => void }) {
  const t = useTranslations('office.ledger');
  const shell = useTranslations('office.shell');
  const locale = useLocale();
  const say = useToast();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const [reason, setReason] = useState('');
  const [legs, setLegs] = useState<DraftLeg[]>(() => [newLeg('BANK', 'debit'), newLeg('PROVIDER', 'credit')]);
  const missing = legs.reduce((sum, leg) => sum + (Number.isFinite(leg.cents) ? amountOf(leg) : 0), 0);
  const complete = reason.trim() !== '' && legs.every(({ cents }) => Number.isFinite(cents) && cents !== 0);
  const book = useMutation({
    mutationFn: () => {
      const body = {
        reason: reason.trim(),
        legs: legs.map((leg) => ({ account: leg.account, amount: amountOf(leg) })),
      };
      return api.ledger.correctLedger({ params: { festivalId: festival.id }, body }, { idempotencyKey: keyOf(body) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ledgerKey(festival.id) });
      say({ title: t('booked') });
      onClose();
    },
  });
  const change = (key: string, to: Partial<DraftLeg>) =>
    setLegs((now) => now.map((leg) => (leg.key === key ? { ...leg, ...to } : leg)));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('correct')}
        description={t('correctLead')}
        closeLabel={shell('close')}
        size="lg"
        footer={
          <>
            <span role="status" className="mr-auto self-center text-xs text-ink-soft">
              {missing === 0
                ? complete && t('balanced')
                : t('missing', { amount: formatMoney(Math.abs(missing), festival.currency, locale) })}
            </span>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              tone="accent"
              type="submit"
              form="correction"
              disabled={!complete || missing !== 0}
              busy={book.isPending}
            >
              {t('book')}
            </Button>
          </>
        }
      >
        <form
          id="correction"
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            book.mutate();
          }}
        >
          <Field label={t('reason')}>
            <Input value={reason} maxLength={300} required onChange={({ target }) => setReason(target.value)} />
          </Field>
          <ul className="space-y-3">
            {legs.map((leg) => (
              <li key={leg.key} className="flex flex-wrap items-end gap-2 border-t border-line pt-3">
                <Field label={t('account')} className="min-w-48 flex-1">
                  <Select
                    value={leg.account}
                    onChange={({ target }) => change(leg.key, { account: LedgerAccount.parse(target.value) })}
                  >
                    {LedgerAccount.options.map((account) => (
                      <option key={account} value={account}>
                        {chart[account].number} {t(`accounts.${account}`)}
                      </option>
                    ))}
                  </Select>
                </Field>
                <Field label={t('side')} className="w-28">
                  <Select
                    value={leg.side}
                    onChange={({ target }) => change(leg.key, { side: target.value === 'credit' ? 'credit' : 'debit' })}
                  >
                    <option value="debit">{t('debit')}</option>
                    <option value="credit">{t('credit')}</option>
                  </Select>
                </Field>
                <Field label={t('amount')} className="w-32">
                  <DecimalInput
                    value={leg.cents}
                    digits={2}
                    unit={festival.currency}
                    onChange={(cents) => change(leg.key, { cents })}
                  />
                </Field>
                <IconButton
                  label={t('removeLeg')}
                  disabled={legs.length <= 2}
                  onClick={() => setLegs((now) => now.filter(({ key }) => key !== leg.key))}
                >
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
          <Button
            size="sm"
            disabled={legs.length >= 20}
            onClick={() => setLegs((now) => [...now, newLeg('BANK', 'debit')])}
          >
            <Plus aria-hidden="true" />
            {t('addLeg')}
          </Button>
          <FormFailure error={book.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
