import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = { icon?: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string };

/** Nothing here yet: what will be here, and the first step towards it. */
export function EmptyState({ icon, title, children, action, className }: Props) {
  return (
    <div className={classNames('mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-14 text-center', className)}>
      {icon ? (
        <span className="grid size-11 place-items-center rounded-xl border border-line bg-sunken text-ink-faint [&_svg]:size-5">
          {icon}
        </span>
      ) : null}
      <div className="text-base font-semibold text-ink">{title}</div>
      {children ? <div className="text-ui text-pretty text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
