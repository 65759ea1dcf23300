import { TableHeader } from '@festivals/ui/table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';

type Props<S extends string> = {
  /** What this column sorts by. */
  by: S;
  sort: S;
  descending: boolean;
  onSort: (sort: S, descending: boolean) => void;
  /** How it is sorted at first. */
  first?: 'ascending' | 'descending';
  numeric?: boolean;
  className?: string;
  children: ReactNode;
};

/** A column's name that sorts the list by it, and the other way round at the next press. */
export function SortHeader<S extends string>({
  by,
  sort,
  descending,
  onSort,
  first = 'ascending',
  children,
  ...props
}: Props<S>) {
  const sorted = by === sort;
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <TableHeader {...props} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        onClick={() => onSort(by, sorted ? !descending : first === 'descending')}
        className="inline-flex cursor-pointer items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11"
      >
        {children}
        {sorted && <Arrow aria-hidden="true" className="size-3" />}
      </button>
    </TableHeader>
  );
}
