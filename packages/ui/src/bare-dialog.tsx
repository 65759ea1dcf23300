'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { DialogPanel } from './dialog-panel.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What it is for, to those who hear it. */
  label: string;
  /** It is gone, and the keyboard is back where it came from. */
  onClosed: () => void;
  className?: string;
  children: ReactNode;
};

/** A dialog without a head and a foot: what stands in it brings its own. */
export function BareDialog({ open, onOpenChange, label, onClosed, className, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-scrim" />
        <DialogPanel
          aria-describedby={undefined}
          onCloseAutoFocus={onClosed}
          className={classNames(
            'fixed z-50 animate-rise overflow-hidden rounded-xl border border-line bg-raised shadow-float focus:outline-none',
            className,
          )}
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          {children}
        </DialogPanel>
      </Radix.Portal>
    </Radix.Root>
  );
}
