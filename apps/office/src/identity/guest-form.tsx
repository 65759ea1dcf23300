import type { FormEventHandler, ReactNode } from 'react';

/** One small form behind the door: what it is for, its fields, and the way elsewhere. */
export function GuestForm({
  title,
  lead,
  onSubmit,
  foot,
  children,
}: {
  title: string;
  lead?: ReactNode;
  onSubmit?: FormEventHandler;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="space-y-6">
      <title>{`${title} · Festivals`}</title>
      <div className="space-y-1.5">
        <h1 className="text-2xl font-semibold tracking-tight text-ink">{title}</h1>
        {lead ? <p className="text-sm text-pretty text-ink-soft">{lead}</p> : null}
      </div>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        {children}
      </form>
      {foot ? <p className="text-ui text-ink-soft">{foot}</p> : null}
    </div>
  );
}

export const guestLink = 'font-medium text-accent-text underline-offset-4 hover:underline';
