import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** So many rows a page bears easily, and then all of them can be searched in and printed. */
const all = 150;

type Props<T> = { items: readonly T[]; rowHeight: number; children: (item: T) => ReactNode };

/** A table's rows. Of a long list those alone are there that are seen, and around them as much room as the others would take. */
export function VirtualRows<T>({ items, rowHeight, children }: Props<T>) {
  const top = useRef<HTMLTableRowElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin((top.current?.getBoundingClientRect().top ?? 0) + scrollY), []);
  // oxlint-disable-next-line react/incompatible-library -- it is told of by its own state, and no compiler memoizes here
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollMargin: margin,
  });
  if (items.length <= all) return items.map(children);
  const rows = virtual.getVirtualItems();
  const before = (rows[0]?.start ?? margin) - margin;
  const after = virtual.getTotalSize() - ((rows.at(-1)?.end ?? margin) - margin);
  return (
    <>
      <tr ref={top} aria-hidden="true" style={{ height: before }} />
      {rows.flatMap(({ index }) => {
        const item = items[index];
        return item === undefined ? [] : [children(item)];
      })}
      <tr aria-hidden="true" style={{ height: Math.max(0, after) }} />
    </>
  );
}
