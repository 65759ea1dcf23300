import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A sheet of its own on the page. */
export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section className={classNames('rounded-xl border border-line bg-surface shadow-flat', className)} {...props} />
  );
}

/** A card's name, what it is about, and what can be done with it. `level` keeps the page's headings in order. */
export function CardHeader({
  title,
  description,
  actions,
  level = 2,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  className?: string;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <header
      className={classNames('flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3', className)}
    >
      <div className="min-w-0 space-y-0.5">
        <Heading className="text-sm font-semibold text-ink">{title}</Heading>
        {description ? <p className="text-ui text-ink-soft">{description}</p> : null}
      </div>
      {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
    </header>
  );
}

/** A card's content, on the header's margins. */
export function CardBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={classNames('px-5 pb-5', className)} {...props} />;
}
