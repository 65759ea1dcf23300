import { ChevronRight } from 'lucide-react';
import { Children, isValidElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The way here; each but the last a link that the face makes itself. Only the last two stay on a phone. */
export function Breadcrumbs({ label, items, className }: { label: string; items: ReactNode[]; className?: string }) {
  return (
    <nav aria-label={label} className={classNames('min-w-0', className)}>
      <ol className="flex min-w-0 items-center gap-1 text-ui text-ink-soft">
        {Children.toArray(items).map((item, at) => {
          const last = at === items.length - 1;
          return (
            <li
              key={isValidElement(item) ? item.key : String(item)}
              aria-current={last ? 'page' : undefined}
              className={classNames(
                'flex min-w-0 items-center gap-1',
                // Where one is stays to be read; what is above it gives way.
                last ? 'font-medium text-ink' : 'min-w-8 shrink-9',
                at < items.length - 2 && 'max-sm:hidden',
              )}
            >
              {at > 0 && (
                <ChevronRight
                  aria-hidden="true"
                  className={classNames('size-3.5 shrink-0 text-ink-faint', at === items.length - 2 && 'max-sm:hidden')}
                />
              )}
              <span className="truncate">{item}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
