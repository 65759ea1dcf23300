import { classNames } from '@festivals/ui/class-names';
import { TableRow } from '@festivals/ui/table';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentProps } from 'react';

/** A table's row that an address may name after its `#`: it is shown, marked, and has the keyboard. */
export function FoundRow({ id, className, ...props }: ComponentProps<typeof TableRow> & { id: string }) {
  const {
    hash,
    state: { found },
  } = useLocation();
  const row = useRef<HTMLTableRowElement>(null);
  const isFound = hash === id;
  useEffect(() => {
    if (!isFound) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [isFound, found]);
  return (
    <TableRow
      ref={row}
      id={id}
      {...(isFound ? { tabIndex: -1, 'aria-current': 'true' } : {})}
      className={classNames(
        isFound &&
          'bg-accent-soft focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
        className,
      )}
      {...props}
    />
  );
}
