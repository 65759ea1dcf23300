'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { CSSProperties, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { DialogPanel } from './dialog-panel.tsx';
import { IconButton } from './icon-button.tsx';

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;
export const SheetClose = Radix.Close;

type Props = {
  title: ReactNode;
  hideTitle?: boolean;
  description?: ReactNode;
  closeLabel: string;
  side?: 'left' | 'right';
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
};

// `translateX` knows no start and end, so the edge that a sheet slides in from is told to the animation.
const from = { left: '-100%', right: '100%' };
const place = { left: 'left-0 border-r', right: 'right-0 border-l' };

/** A drawer along the page's edge: navigation on a phone, a form beside the list it belongs to. */
export function SheetContent({
  title,
  hideTitle = false,
  description,
  closeLabel,
  side = 'right',
  footer,
  className,
  children,
}: Props) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-scrim" />
      <DialogPanel
        {...(description ? {} : { 'aria-describedby': undefined })}
        style={{ '--slide-from': from[side] } as CSSProperties}
        className={classNames(
          'fixed inset-y-0 z-50 flex w-[min(26rem,calc(100vw-2.5rem))] animate-slide flex-col border-line bg-raised shadow-float focus:outline-none',
          place[side],
          className,
        )}
      >
        <header
          className={classNames(
            'flex items-start gap-3 px-5 pt-4 pb-3',
            hideTitle && 'absolute top-0 right-0 z-10 px-2 pt-2',
          )}
        >
          <div className={hideTitle ? 'sr-only' : 'min-w-0 flex-1 space-y-1 pt-0.5'}>
            <Radix.Title className="text-base font-semibold text-ink">{title}</Radix.Title>
            {description ? (
              <Radix.Description className="text-ui text-ink-soft">{description}</Radix.Description>
            ) : null}
          </div>
          <Radix.Close asChild>
            <IconButton label={closeLabel} className={hideTitle ? '' : '-mr-2'}>
              <X aria-hidden="true" />
            </IconButton>
          </Radix.Close>
        </header>
        <div className={classNames('min-h-0 flex-1 overflow-y-auto', !hideTitle && 'px-5 pb-5')}>{children}</div>
        {footer ? <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer> : null}
      </DialogPanel>
    </Radix.Portal>
  );
}
