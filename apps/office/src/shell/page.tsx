import { classNames } from '@festivals/ui/class-names';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  festival?: string | undefined;
  lead?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
};

/** A screen's frame: its name, what it is for, what can be done, and then the thing itself. */
export function Page({ title, festival, lead, badge, actions, narrow = false, children }: Props) {
  return (
    <div className={classNames('mx-auto w-full px-4 pt-6 pb-16 sm:px-6 lg:px-8', narrow ? 'max-w-3xl' : 'max-w-6xl')}>
      <title>{[title, festival, 'Festivals'].filter(Boolean).join(' · ')}</title>
      <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 space-y-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight text-balance text-ink">{title}</h1>
            {badge}
          </div>
          {lead ? <p className="max-w-2xl text-ui text-pretty text-ink-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}
