'use client';

import { useTranslations } from 'next-intl';
import type { Problem } from './say-problem.ts';
import { SeenNotice } from './seen-notice.tsx';

interface Props {
  problem: Problem;
  /** What a ticket type or an option is called, where its limit may be what went wrong. */
  nameOf?: (id: string) => string;
}

/** What went wrong and what to do next. */
export function ProblemNotice({ problem, nameOf }: Props) {
  const t = useTranslations('site.problem');
  if (problem.limit && nameOf) {
    const { of, most, left } = problem.limit;
    return <SeenNotice>{t('person_limit', { name: nameOf(of), most, left })}</SeenNotice>;
  }
  return <SeenNotice>{problem.kind === 'answer' ? problem.message : t(problem.kind)}</SeenNotice>;
}
