import type { Festival } from '@festivals/domain/festival/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { ReceiptText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';

/** Hands over the receipt of a paid order, in its buyer's language. */
export function ReceiptButton({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.order');
  const say = useToast();
  const describe = useFailureText();
  const save = useMutation({
    mutationFn: async () => {
      const params = { festivalId: festival.id, orderId: order.id };
      const url = URL.createObjectURL(await api.ticketing.getReceipt({ params }));
      Object.assign(document.createElement('a'), { href: url, download: `receipt-${order.reference}.pdf` }).click();
      URL.revokeObjectURL(url);
    },
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  return (
    <Button busy={save.isPending} onClick={() => save.mutate()}>
      <ReceiptText aria-hidden="true" />
      {t('receipt')}
    </Button>
  );
}
