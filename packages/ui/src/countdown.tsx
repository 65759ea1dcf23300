'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { ProgressRing } from './progress-ring.tsx';

/** Seconds left until `until` (an ISO instant), never below zero, counted every second. Null until the browser's clock is known. */
export function useSecondsLeft(until: string, onEnd?: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const end = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    const count = () => {
      const seconds = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      end();
    };
    const timer = setInterval(count, 1000);
    count();
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

type Props = { until: string; seconds: number; label: string; onEnd?: () => void; className?: string };

/** A ring that empties over `seconds` until the instant `until`, with minutes and seconds inside. Not announced every second. */
export function Countdown({ until, seconds, label, onEnd, className }: Props) {
  const left = useSecondsLeft(until, onEnd) ?? seconds;
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <ProgressRing
      share={left / seconds}
      label={`${label} ${text}`}
      tone={left < 60 ? 'danger' : left < 180 ? 'warning' : 'accent'}
      {...(className === undefined ? {} : { className })}
    >
      {text}
    </ProgressRing>
  );
}
