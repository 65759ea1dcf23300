'use client';

import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { textsOf, useDeed } from './use-deed.ts';

interface Props {
  action: string;
  /** Shown in the form's place once it was done. */
  done?: ReactNode;
  onSend: (text: (name: string) => string) => Promise<unknown>;
  children: ReactNode;
}

/** A form with one deed: it says what went wrong in its place and gives way to what was done. */
export function DeedForm({ action, done, onSend, children }: Props) {
  const deed = useDeed();
  if (deed.done && done !== undefined) {
    return (
      <Notice tone="success" live className="mt-8 text-base">
        {done}
      </Notice>
    );
  }
  return (
    <form
      className="mt-8 space-y-5"
      // A password must never end in an address, not even before the script has come.
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const text = textsOf(event.currentTarget);
        void deed.run(() => onSend(text));
      }}
    >
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      {children}
      <Button
        type="submit"
        tone="accent"
        size="xl"
        busy={deed.busy}
        className="h-auto min-h-14 w-full rounded-full py-2 whitespace-normal"
      >
        {action}
      </Button>
    </form>
  );
}
