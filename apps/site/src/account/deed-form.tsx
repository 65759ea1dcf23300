'use client';

import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useEffect, useRef, type ReactNode } from 'react';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { textsOf, useDeed } from './use-deed.ts';

interface Props {
  action: string;
  /** Shown in the form's place once it was done. */
  done?: ReactNode;
  /** Shown below the form once it was done, where it can be done again. */
  doneBeside?: string;
  tone?: 'accent' | 'danger';
  onSend: (text: (name: string) => string) => Promise<unknown>;
  children: ReactNode;
}

/** A form with one deed: it says what went wrong in its place and gives way to what was done. */
export function DeedForm({ action, done, doneBeside, tone = 'accent', onSend, children }: Props) {
  const deed = useDeed();
  const form = useRef<HTMLFormElement>(null);
  const { problem } = deed;
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[data-problem]')?.focus();
  }, [problem]);
  if (deed.done && done !== undefined) {
    return (
      <Notice tone="success" live className="mt-8 text-base">
        {done}
      </Notice>
    );
  }
  return (
    <form
      ref={form}
      className="space-y-5 not-first:mt-8"
      // A password must never end in an address, not even before the script has come.
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const text = textsOf(event.currentTarget);
        const fields = event.currentTarget;
        void deed.run(() => onSend(text)).then((isDone) => isDone && clearPasswords(fields));
      }}
    >
      {problem && (
        <div tabIndex={-1} data-problem className="rounded-lg outline-none">
          <ProblemNotice problem={problem} />
        </div>
      )}
      {children}
      <Button
        type="submit"
        tone={tone}
        size="xl"
        busy={deed.busy}
        className="h-auto min-h-14 w-full rounded-full py-2 whitespace-normal"
      >
        {action}
      </Button>
      {deed.done && doneBeside !== undefined && (
        <Notice tone="success" live className="text-base">
          {doneBeside}
        </Notice>
      )}
    </form>
  );
}

/** What was typed in to prove or to choose stays in no field. */
function clearPasswords(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = '';
}
