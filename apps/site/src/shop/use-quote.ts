'use client';

import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { type Chosen, type Company, wishesOf } from '@festivals/domain/ticketing/pricing/chosen';
import { useEffect, useState } from 'react';
import { site } from '../shell/site-later.ts';
import { problemOf, type Problem } from './say-problem.ts';

export interface Quoted {
  quote: Quote | null;
  problem: Problem | null;
  pending: boolean;
}

const nothing: Quoted = { quote: null, problem: null, pending: false };
/** Whoever presses + five times asks once. */
const pause = 250;

/** What the choice costs by the server's reckoning; asked only where more than adding up decides it. */
export function useQuote(
  festivalId: string,
  chosen: Chosen,
  codes: readonly string[],
  company: Company | null,
  wanted: boolean,
): Quoted {
  const [quoted, setQuoted] = useState(nothing);
  const wishes = JSON.stringify(wishesOf(chosen, codes, company));
  useEffect(() => {
    if (!wanted) return setQuoted(nothing);
    const stop = new AbortController();
    setQuoted((last) => ({ ...last, pending: true }));
    const timer = setTimeout(() => {
      site.ticketing.quoteBasket({ params: { festivalId }, body: JSON.parse(wishes) }, { signal: stop.signal }).then(
        (quote) => setQuoted({ quote, problem: null, pending: false }),
        (error: unknown) => {
          if (!stop.signal.aborted) setQuoted({ quote: null, problem: problemOf(error), pending: false });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // Whoever gives the same company again asks again: the last answer may never have come.
  }, [festivalId, wishes, wanted, company]);
  return quoted;
}
