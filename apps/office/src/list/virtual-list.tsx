import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** So many entries a page bears easily, and then all of them can be searched in and printed. */
const all = 150;

type Props<T> = {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** How high one is about; each is measured once it is drawn. */
  about: number;
  className?: string;
  itemClass: string;
  children: (item: T) => ReactNode;
};

/** A list whose entries are of any height. Of a long one those alone are there that are seen. */
export function VirtualList<T>({ items, keyOf, about, className, itemClass, children }: Props<T>) {
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin((list.current?.getBoundingClientRect().top ?? 0) + scrollY), []);
  const isLong = items.length > all;
  // oxlint-disable-next-line react/incompatible-library -- it is told of by its own state, and no compiler memoizes here
  const virtual = useWindowVirtualizer({
    count: isLong ? items.length : 0,
    estimateSize: () => about,
    overscan: 15,
    scrollMargin: margin,
  });
  const rows = virtual.getVirtualItems();
  const before = (rows[0]?.start ?? margin) - margin;
  const after = virtual.getTotalSize() - ((rows.at(-1)?.end ?? margin) - margin);
  const indexes = isLong ? rows.map(({ index }) => index) : items.map((_, index) => index);
  return (
    <ol
      ref={list}
      className={className}
      {...(isLong ? { style: { paddingTop: before, paddingBottom: Math.max(0, after) } } : {})}
    >
      {indexes.flatMap((index) => {
        const item = items[index];
        if (item === undefined) return [];
        return [
          <li
            key={keyOf(item)}
            className={itemClass}
            {...(isLong
              ? {
                  ref: virtual.measureElement,
                  'data-index': index,
                  'aria-setsize': items.length,
                  'aria-posinset': index + 1,
                }
              : {})}
          >
            {children(item)}
          </li>,
        ];
      })}
    </ol>
  );
}
