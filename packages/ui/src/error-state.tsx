import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  reference?: string | null;
  className?: string;
};

/** It did not work: what happened and what to do next. `reference` is what support will ask for. */
export function ErrorState({ title, children, action, reference, className }: Props) {
  return (
    <div
      role="alert"
      className={classNames('mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-14 text-center', className)}
    >
      <span className="grid size-11 place-items-center rounded-xl bg-danger-soft text-danger-text">
        <CircleAlert aria-hidden="true" className="size-5" />
      </span>
      <p className="text-base font-semibold text-ink">{title}</p>
      {children ? <div className="text-ui text-pretty text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {reference ? <code className="text-xs text-ink-faint select-all">{reference}</code> : null}
    </div>
  );
}
