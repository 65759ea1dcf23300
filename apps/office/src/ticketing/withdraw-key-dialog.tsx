import type { Festival } from '@festivals/domain/festival/contract';
import type { TicketKey } from '@festivals/domain/ticketing/key-contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ticketKeysQuery } from './queries.ts';

/** Withdraws a key once its number was typed and a reason given: every code that it signed is void from then on. */
export function WithdrawKeyDialog({
  festival,
  ticketKey: { number, tickets },
  onClose,
}: {
  festival: Festival;
  ticketKey: TicketKey;
  onClose: () => void;
}) {
  const t = useTranslations('office.ticketKeys');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const form = useId();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { queryKey } = ticketKeysQuery(festival.id);
  const withdraw = useMutation({
    mutationFn: () => {
      const body = { reason: reason.trim() };
      return api.ticketing.withdrawTicketKey(
        { params: { festivalId: festival.id, number }, body },
        { idempotencyKey: keyOf({ number, ...body }) },
      );
    },
    onSuccess: (keys) => {
      client.setQueryData(queryKey, keys);
      say({ title: t('withdrawnToast') });
      onClose();
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const isMeant = typed.trim() === String(number) && reason.trim() !== '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isMeant && !withdraw.isPending) withdraw.mutate();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('withdrawTitle', { number })}
        description={t('withdrawDetail', { count: tickets })}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('keep')}</Button>
            </DialogClose>
            <Button type="submit" form={form} tone="danger" disabled={!isMeant} busy={withdraw.isPending}>
              {t('withdraw')}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={send} className="space-y-4">
          <Field label={t('reason')} hint={t('reasonHint')}>
            <Input value={reason} maxLength={300} required onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Field label={t('type', { number })}>
            <Input
              value={typed}
              inputMode="numeric"
              autoComplete="off"
              required
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        </form>
        <FormFailure error={withdraw.error} />
      </DialogContent>
    </Dialog>
  );
}
