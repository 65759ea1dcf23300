'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export const Tabs = Radix.Root;
export const TabsContent = Radix.Content;

/** A row of tabs; scrolls sideways rather than wrapping. */
export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={classNames('flex gap-4 overflow-x-auto border-b border-line', className)} {...props} />;
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={classNames(
        '-mb-px shrink-0 cursor-pointer border-b-2 border-transparent px-0.5 py-2 text-ui font-medium text-ink-soft transition-colors hover:text-ink focus-visible:outline-offset-0 data-[state=active]:border-accent data-[state=active]:text-ink pointer-coarse:py-3',
        className,
      )}
      {...props}
    />
  );
}
