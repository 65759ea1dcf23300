import { ApiError, Unreachable } from '@festivals/contract';
import { useTranslations } from 'use-intl';
import { Notice } from './notice.tsx';
import { useAgeText } from './use-age-text.ts';
import { Soft } from './words.tsx';

/** Whether the server no longer knows who asks. */
export const hasEnded = (failure: Error | null): boolean => failure instanceof ApiError && failure.status === 401;

/** Says how old what is shown is and, when the server gave no news, why. */
export function Freshness({ at, failure }: { at: number; failure: Error | null }) {
  const t = useTranslations('mobile.freshness');
  const age = useAgeText(at);
  if (failure instanceof Unreachable)
    return (
      <Notice tone="calm" testID="offline">
        {t('offline', { age })}
      </Notice>
    );
  if (hasEnded(failure)) return <Notice tone="warning">{t('signInAgain', { age })}</Notice>;
  if (failure) return <Notice tone="warning">{t('noNews', { age })}</Notice>;
  return <Soft testID="age">{t('fresh', { age })}</Soft>;
}
