'use client';

import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { useFieldControl } from './field.tsx';

/** On or off, at once: for settings that need no "save". */
export function Switch({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={classNames(
        'inline-flex h-5 w-9 shrink-0 cursor-pointer items-center rounded-full bg-edge p-0.5 transition-colors disabled:cursor-not-allowed disabled:opacity-55 data-[state=checked]:bg-accent',
        className,
      )}
      {...useFieldControl(props)}
    >
      <Radix.Thumb className="block size-4 rounded-full bg-white shadow-raised transition-transform data-[state=checked]:translate-x-4" />
    </Radix.Root>
  );
}
