'use client';

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';

/** What to say. With an `action` the deed can be taken back for as long as the toast stays. */
export type ToastMessage = {
  title: string;
  detail?: string;
  tone?: 'success' | 'danger';
  action?: { label: string; run: () => void };
};

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says something in passing. */
export const useToast = () => use(ToastContext);

/** Holds the toasts. F8 leads the keyboard there; pointing at one stops its clock. */
export function ToastProvider({
  label,
  closeLabel,
  children,
}: {
  label: string;
  closeLabel: string;
  children: ReactNode;
}) {
  const [messages, setMessages] = useState<(ToastMessage & { id: number })[]>([]);
  const say = useCallback(
    (message: ToastMessage) =>
      setMessages((now) => [
        ...now.filter(({ title }) => title !== message.title).slice(-2),
        { ...message, id: (now.at(-1)?.id ?? 0) + 1 },
      ]),
    [],
  );
  const drop = (id: number) => setMessages((now) => now.filter((message) => message.id !== id));

  return (
    <ToastContext value={say}>
      <Radix.Provider label={label} duration={6000}>
        {children}
        {messages.map((message) => (
          <Radix.Root
            key={message.id}
            type={message.tone === 'danger' ? 'foreground' : 'background'}
            onOpenChange={(open) => !open && drop(message.id)}
            className="flex animate-rise items-start gap-2.5 rounded-lg border border-line bg-raised py-2.5 pr-2 pl-3 shadow-float"
          >
            {message.tone === 'danger' ? (
              <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-text" />
            ) : (
              <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success-text" />
            )}
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-ui font-medium text-ink">{message.title}</Radix.Title>
              {message.detail === undefined ? null : (
                <Radix.Description className="text-ui text-ink-soft">{message.detail}</Radix.Description>
              )}
            </div>
            {message.action === undefined ? null : (
              <Radix.Action
                altText={message.action.label}
                onClick={message.action.run}
                className="cursor-pointer rounded-md px-2 py-0.5 text-ui font-medium text-accent-text hover:bg-hover"
              >
                {message.action.label}
              </Radix.Action>
            )}
            <Radix.Close
              aria-label={closeLabel}
              className="grid size-6 cursor-pointer place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed inset-x-0 top-12 z-60 mx-auto flex w-full max-w-sm list-none flex-col gap-2 p-4 outline-none sm:top-auto sm:bottom-0" />
      </Radix.Provider>
    </ToastContext>
  );
}
