'use client';

import { Dialog as Radix } from 'radix-ui';
import { useState, type ComponentProps } from 'react';
import { focusFirstField } from './focus-first-field.ts';

/** What a dialog or a sheet stands on: the keyboard goes into it, and back to where it came from. */
export function DialogPanel({ onCloseAutoFocus, ...props }: ComponentProps<typeof Radix.Content>) {
  // Radix knows the way back only to a trigger of its own, and ours are mostly opened by state. Read while rendering:
  // a field that takes the focus has it before any effect runs.
  const [opener] = useState(() => document.activeElement);
  const goBack = (event: Event) => {
    const target = opener instanceof HTMLElement && opener.isConnected ? opener : document.querySelector('main');
    event.preventDefault();
    // Another dialog that is open by now has the keyboard: what lies behind it is hidden.
    if (target?.closest('[aria-hidden="true"]') === null) target.focus({ preventScroll: true });
    onCloseAutoFocus?.(event);
  };
  return <Radix.Content onOpenAutoFocus={focusFirstField} {...props} onCloseAutoFocus={goBack} />;
}
