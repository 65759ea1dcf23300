import type { Festival } from '@festivals/domain/festival/contract';
import { NewMovement, type StockItem } from '@festivals/domain/stands/stock-contract';
import { changeBy } from '@festivals/domain/stands/stock';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { FormFailure } from '../shell/failure.tsx';
import { stockQuery } from './queries.ts';

type Props = { festival: Festival; item: StockItem; kind: 'delivery' | 'count'; onClose: () => void };

/** Books a delivery, or what was counted with the reason for the difference. */
export function MoveDialog({ festival, item, kind, onClose }: Props) {
  const t = useTranslations('office.stock');
  const menu = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const format = useFormatter();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const amount = number.trim() === '' ? undefined : Number(number);
  const isCount = kind === 'count';
  const judged = NewMovement.safeParse(
    isCount ? { kind: 'CORRECTION', counted: amount, reason } : { kind: 'DELIVERY', quantity: amount },
  );
  const wrong = (part: string) =>
    asked ? validationText(judged.error?.issues.find(({ path }) => path[0] === part)?.message) : undefined;
  const book = useMutation({
    mutationFn: (body: NewMovement) =>
      api.stands.moveStock(
        { params: { festivalId: festival.id, stockItemId: item.id }, body },
        { idempotencyKey: keyFor(body) },
      ),
    onSuccess: ({ onHand }) => {
      say({ title: t('booked', { name: item.name, count: onHand }) });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: stockQuery(festival.id).queryKey }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(isCount ? 'countOf' : 'deliveryOf', { name: item.name })}
        description={t('nowOnHand', { count: item.onHand })}
        closeLabel={shell('close')}
        size="sm"
        footer={
          <>
            <Button onClick={onClose}>{menu('cancel')}</Button>
            <Button type="submit" form="movement" tone="accent" busy={book.isPending}>
              {t('book')}
            </Button>
          </>
        }
      >
        <form
          id="movement"
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            if (judged.success) book.mutate(judged.data);
          }}
        >
          <Field
            label={t(isCount ? 'counted' : 'delivered')}
            error={wrong(isCount ? 'counted' : 'quantity')}
            hint={
              judged.success
                ? t('willBe', {
                    change: format.number(changeBy(judged.data, item.onHand), { signDisplay: 'exceptZero' }),
                    count: item.onHand + changeBy(judged.data, item.onHand),
                  })
                : undefined
            }
            required
          >
            <Input
              type="number"
              inputMode="numeric"
              min={isCount ? 0 : 1}
              autoFocus
              className="tabular"
              value={number}
              onChange={({ target }) => setNumber(target.value)}
            />
          </Field>
          {isCount && (
            <Field label={t('reason')} hint={t('reasonHint')} error={wrong('reason')} required>
              <Input maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
            </Field>
          )}
          <FormFailure error={book.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
