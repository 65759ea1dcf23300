import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = {
  share: number;
  label: string;
  tone?: 'accent' | 'success' | 'warning' | 'danger';
  className?: string;
  children?: ReactNode;
};

const tones = { accent: 'text-accent', success: 'text-success', warning: 'text-warning', danger: 'text-danger' };

/** How much of a whole, `share` from 0 to 1, with room for a figure in the middle. */
export function ProgressRing({ share, label, tone = 'accent', className, children }: Props) {
  const part = Math.min(1, Math.max(0, share));
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(part * 100)}
      className={classNames('relative inline-grid size-12 place-items-center', tones[tone], className)}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true" className="absolute inset-0 -rotate-90">
        <circle cx="18" cy="18" r="16" fill="none" stroke="var(--color-hover)" strokeWidth="3.5" />
        <circle
          cx="18"
          cy="18"
          r="16"
          fill="none"
          stroke="currentColor"
          strokeWidth="3.5"
          strokeLinecap="round"
          pathLength={100}
          strokeDasharray={`${part * 100} 100`}
          className={classNames('transition-[stroke-dasharray] duration-500', part === 0 && 'opacity-0')}
        />
      </svg>
      {children === undefined ? null : (
        <span className="tabular relative text-xs font-medium text-ink">{children}</span>
      )}
    </span>
  );
}
