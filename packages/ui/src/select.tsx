'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlSize, controlStyle } from './control-style.ts';
import { useFieldControl } from './field.tsx';

/** One of a few: the browser's own list, which every phone and screen reader already knows. Give it `option` children. */
export function Select({
  className,
  scale = 'md',
  children,
  ...props
}: ComponentProps<'select'> & { scale?: 'md' | 'lg' }) {
  return (
    <span className={classNames('relative flex min-w-0', className)}>
      <select
        className={classNames(controlStyle, controlSize[scale], 'cursor-pointer appearance-none truncate pr-8')}
        {...useFieldControl(props)}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
