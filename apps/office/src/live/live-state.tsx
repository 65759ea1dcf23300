import { classNames } from '@festivals/ui/class-names';
import { Tooltip } from '@festivals/ui/tooltip';
import { useEffect, useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { useLiveness } from './use-live.ts';

/** A hiccup of the network is nobody's business. */
const calmMs = 2500;

function useIsLate(since: number, isWaiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), Math.max(0, since + calmMs - Date.now()));
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting, since]);
  return isWaiting && late;
}

/** Says calmly whether the figures move by themselves, and since when they do not. */
export function LiveState() {
  const t = useTranslations('office.live');
  const format = useFormatter();
  const { state, since } = useLiveness();
  const late = useIsLate(since, state === 'reconnecting' || state === 'joining');
  const now = useNow({ updateInterval: 5000 });
  if (state === 'off' || (state === 'joining' && !late)) return null;
  const age = format.relativeTime(new Date(since), { now: Math.max(since, now.getTime()), style: 'short' });
  return (
    <Tooltip text={late ? t('reconnectingDetail', { age }) : t('liveDetail')} side="bottom">
      <button
        type="button"
        aria-live="polite"
        className="flex h-8 shrink-0 cursor-default items-center gap-1.5 rounded-md px-1.5 text-xs text-ink-soft"
      >
        <span
          aria-hidden="true"
          className={classNames('size-1.75 rounded-full', late ? 'animate-pulse bg-warning' : 'bg-success')}
        />
        <span className={classNames(!late && 'max-md:sr-only')}>{late ? t('reconnecting') : t('live')}</span>
      </button>
    </Tooltip>
  );
}
