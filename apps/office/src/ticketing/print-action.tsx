import type { Festival } from '@festivals/domain/festival/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';

/** The tickets of an order on paper once more; nothing where none opens a gate any more. */
export function PrintAction({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.order');
  const list = useTranslations('office.list');
  const say = useToast();
  const describe = useFailureText();
  const file = `tickets-${order.reference}.pdf`;
  const print = useMutation({
    mutationFn: async () => {
      const params = { festivalId: festival.id, orderId: order.id };
      const url = URL.createObjectURL(await api.ticketing.handOutTickets({ params, query: {} }));
      Object.assign(document.createElement('a'), { href: url, download: file }).click();
      URL.revokeObjectURL(url);
    },
    onSuccess: () => say({ title: list('exported', { file }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  if (!order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED')) return null;
  return (
    <Button busy={print.isPending} onClick={() => print.mutate()}>
      <Printer aria-hidden="true" />
      {t('print')}
    </Button>
  );
}
