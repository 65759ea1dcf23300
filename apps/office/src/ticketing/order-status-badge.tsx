import { Badge, type BadgeTone } from '@festivals/ui/badge';
import type { OrderStatus } from '@festivals/domain/ticketing/schemas';
import { useTranslations } from 'use-intl';

const tones: Record<OrderStatus, BadgeTone> = {
  AWAITING_PAYMENT: 'warning',
  PAID: 'success',
  EXPIRED: 'neutral',
  CANCELLED: 'danger',
  REFUNDED: 'info',
};

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations('office.orderStatus');
  return (
    <Badge tone={tones[status]} dot>
      {t(status)}
    </Badge>
  );
}
