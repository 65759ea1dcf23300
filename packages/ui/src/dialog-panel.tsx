'use client';

import { Dialog as Radix } from 'radix-ui';
import { useState, type ComponentProps } from 'react';
import { focusFirstField } from './focus-first-field.ts';

/** What a dialog or a sheet stands on: the keyboard goes into it, and back to where it came from. */
export function DialogPanel(props: ComponentProps<typeof Radix.Content>) {
  // Radix knows the way back only to a trigger of its own, and ours are mostly opened by state. Read while rendering:
  // a field that takes the focus has it before any effect runs.
  const [opener] = useState(() => document.activeElement);
  const goBack = (event: Event) => {
    if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
    event.preventDefault();
    opener.focus();
  };
  return <Radix.Content onOpenAutoFocus={focusFirstField} onCloseAutoFocus={goBack} {...props} />;
}
