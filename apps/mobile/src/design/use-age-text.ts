import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ageOf } from './age.ts';

const TICK_MS = 15_000;

/** Says how long ago a moment was, and keeps saying it right. */
export function useAgeText(at: number): string {
  const t = useTranslations('mobile.age');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const age = ageOf(at, Math.max(now, at));
  return age.unit === 'now' ? t('now') : t(age.unit, { count: age.count });
}
