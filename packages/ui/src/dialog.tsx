'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { DialogPanel } from './dialog-panel.tsx';
import { IconButton } from './icon-button.tsx';

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

type Props = {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  className?: string;
  children?: ReactNode;
};

const width = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl' };

/** A question that must be answered before anything else. Rises from the foot of a phone, floats on a desk. */
export function DialogContent({ title, description, closeLabel, footer, size = 'md', className, children }: Props) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-scrim" />
      <DialogPanel
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={classNames(
          'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise flex-col rounded-t-2xl border border-line bg-raised shadow-float focus:outline-none sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[76dvh] sm:rounded-2xl',
          width[size],
          className,
        )}
      >
        <header className="flex items-start gap-3 px-5 pt-4 pb-2">
          <div className="min-w-0 flex-1 space-y-1 pt-0.5">
            <Radix.Title className="text-base font-semibold text-ink">{title}</Radix.Title>
            {description ? (
              <Radix.Description className="text-ui text-ink-soft">{description}</Radix.Description>
            ) : null}
          </div>
          <Radix.Close asChild>
            <IconButton label={closeLabel} className="-mr-2">
              <X aria-hidden="true" />
            </IconButton>
          </Radix.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
        ) : null}
      </DialogPanel>
    </Radix.Portal>
  );
}
