import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = { label: ReactNode; value: ReactNode; detail?: ReactNode; className?: string };

/** One figure with its name. A `dl` goes around a row of them. */
export function Stat({ label, value, detail, className }: Props) {
  return (
    <div className={classNames('flex min-w-0 flex-col gap-0.5', className)}>
      <dt className="text-xs text-ink-faint">{label}</dt>
      <dd className="tabular text-2xl font-semibold tracking-tight text-ink">{value}</dd>
      {detail ? <dd className="text-xs text-pretty text-ink-soft">{detail}</dd> : null}
    </div>
  );
}
