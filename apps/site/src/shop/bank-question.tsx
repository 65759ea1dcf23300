'use client';

import { Button } from '@festivals/ui/button';
import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ProblemNotice } from './problem-notice.tsx';
import type { Problem } from './say-problem.ts';

interface Props {
  amount: string;
  busy: boolean;
  problem: Problem | null;
  onAnswer: (approve: boolean) => void;
}

/** The sandbox bank wants to know whether it is really you (3-D Secure). */
export function BankQuestion({ amount, busy, problem, onAnswer }: Props) {
  const t = useTranslations('site.pay');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: eyes and keyboard are brought to the question.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="rounded-2xl border-2 border-dashed border-warning p-5 text-center sm:p-8">
      {problem && <ProblemNotice problem={problem} />}
      <Landmark aria-hidden="true" className="mx-auto size-10 text-accent-text" />
      <h3 ref={heading} tabIndex={-1} className="headline mt-3 scroll-mt-40 rounded-lg text-2xl">
        {t('bank_title')}
      </h3>
      <p className="mx-auto mt-2 max-w-prose text-ink-soft">{t('bank_text', { amount })}</p>
      <div className="mt-6 flex flex-wrap justify-center gap-3">
        <Button tone="accent" size="xl" busy={busy} onClick={() => onAnswer(true)} className="rounded-button">
          {t('approve')}
        </Button>
        <Button size="xl" disabled={busy} onClick={() => onAnswer(false)} className="rounded-button">
          {t('refuse')}
        </Button>
      </div>
    </div>
  );
}
