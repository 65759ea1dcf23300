'use client';

import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'next-intl';
import type { Problem } from './say-problem.ts';

/** What went wrong and what to do next. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const t = useTranslations('site.problem');
  return (
    <Notice tone="danger" live className="mb-4 text-base">
      {problem.kind === 'answer' ? problem.message : t(problem.kind)}
    </Notice>
  );
}
