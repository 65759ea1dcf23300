'use client';

import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import { useCallback, useEffect, useState } from 'react';
import { site } from '../../shell/site-later.ts';

export interface AskedHere {
  asked: AskedOfBuyers;
  version: number;
  startsOn: string;
  today: string;
}

/** What the festival asks now; null while nobody has said, and `again` asks anew, after a refusal that knew more than we did. */
export function useAsked(festivalId: string): { here: AskedHere | null; failed: boolean; again: () => void } {
  const [here, setHere] = useState<AskedHere | null>(null);
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    site.ticketing.viewAsked({ params: { festivalId } }).then(setHere, () => setFailed(true));
  }, [festivalId]);
  useEffect(again, [again]);
  return { here, failed, again };
}
