import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A table that scrolls inside its own box, so that the page never does. `caption` is its name for screen readers. */
export function Table({ caption, className, children, ...props }: ComponentProps<'table'> & { caption: ReactNode }) {
  return (
    <div
      className="relative overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={classNames('w-full border-collapse text-left text-ui', className)} {...props}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return (
    <thead className={classNames('border-b border-line bg-sunken/60 text-xs text-ink-faint', className)} {...props} />
  );
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={classNames('divide-y divide-line', className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={classNames('transition-colors hover:bg-hover/50', className)} {...props} />;
}

/** A column's name. `numeric` sets it over its figures. */
export function TableHeader({ numeric = false, className, ...props }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames(
        'h-8 whitespace-nowrap px-3 font-medium first:pl-5 last:pr-5',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ numeric = false, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={classNames(
        'h-11 px-3 py-2 align-middle first:pl-5 last:pr-5',
        numeric && 'tabular text-right',
        className,
      )}
      {...props}
    />
  );
}
