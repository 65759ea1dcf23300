import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const signs = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };
const tones = {
  info: 'bg-info-soft text-info-text',
  success: 'bg-success-soft text-success-text',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
};

type Props = { tone?: keyof typeof signs; live?: boolean; className?: string; children: ReactNode };

/** Something to know, in its place on the page. `live` says it aloud when it appears. */
export function Notice({ tone = 'info', live = false, className, children }: Props) {
  const Sign = signs[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex gap-2.5 rounded-lg px-3 py-2.5 text-ui', tones[tone], className)}
    >
      <Sign aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
