'use client';

import type { Order } from '@festivals/domain/ticketing/schemas';
import type { PaymentWay } from '@festivals/domain/payments/schemas';
import { useEffect, useState } from 'react';
import { site } from '../shell/site-later.ts';

export interface PaymentWays {
  ways: readonly PaymentWay[];
  embedded: boolean;
}

/** How this festival's orders may be paid; null until it is known, and again after a while when nobody answered. */
export function usePaymentWays(festivalId: Order['festivalId']): PaymentWays | null {
  const [ways, setWays] = useState<PaymentWays | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    site.payments.listPaymentWays({ params: { festivalId } }).then(
      (answer) => wanted && setWays(answer),
      () => {
        if (wanted) again = setTimeout(() => setTurn(turn + 1), 3000);
      },
    );
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [festivalId, turn]);
  return ways;
}
