'use client';

import type * as contract from '@festivals/domain/identity/provider-contract';
import type { Result } from '@festivals/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from './account-client.ts';

type WaysIn = Result<typeof contract.listWaysIn>;

/** How I can sign in; null until it is known. */
export function useWaysIn() {
  const [known, setKnown] = useState<WaysIn | null>(null);
  const load = useCallback(async () => setKnown(await ask<typeof contract.listWaysIn>('GET', '/auth/ways-in', {})), []);
  useEffect(() => {
    load().catch(() => undefined);
  }, [load]);
  return { known, load };
}
