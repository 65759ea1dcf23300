'use client';

import { useTranslations } from 'next-intl';
import type { Problem } from './say-problem.ts';
import { SeenNotice } from './seen-notice.tsx';

/** What went wrong and what to do next. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const t = useTranslations('site.problem');
  return <SeenNotice>{problem.kind === 'answer' ? problem.message : t(problem.kind)}</SeenNotice>;
}
