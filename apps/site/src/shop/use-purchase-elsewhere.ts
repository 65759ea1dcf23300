'use client';

import { useEffect, useEffectEvent } from 'react';
import { isOfPurchase } from './purchase.ts';

/** Calls when another tab of this browser did something with the purchase that both know. */
export function usePurchaseElsewhere(festivalId: string, follow: () => void): void {
  const again = useEffectEvent(follow);
  useEffect(() => {
    const hear = ({ key }: StorageEvent) => {
      if (isOfPurchase(key, festivalId)) again();
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [festivalId]);
}
