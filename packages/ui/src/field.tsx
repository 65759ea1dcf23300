'use client';

import { createContext, use, useId, useMemo, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };
const FieldContext = createContext<Wiring | null>(null);

/** The attributes that tie a control to the field around it; what the control itself says wins. */
export function useFieldControl<P extends { id?: string | undefined }>(props: P) {
  const field = use(FieldContext);
  if (field === null) return props;
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
    ...props,
  };
}

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  optional?: string;
  hideLabel?: boolean;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A control with its name, a hint and what is wrong with it, tied together for screen readers. `optional` is the word for it; `aside` stands at the label's other end. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional,
  hideLabel = false,
  aside,
  className,
  children,
}: Props) {
  const id = useId();
  const [hinted, invalid] = [Boolean(hint), Boolean(error)];
  const wiring = useMemo(() => {
    const describedBy = [hinted ? `${id}-hint` : '', invalid ? `${id}-error` : ''].filter(Boolean).join(' ');
    return { id, describedBy: describedBy || undefined, invalid, required };
  }, [id, hinted, invalid, required]);
  return (
    <FieldContext value={wiring}>
      <div className={classNames('flex min-w-0 flex-col gap-1.5', className)}>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-ui font-medium text-ink'}>
            {label}
            {optional !== undefined && <span className="ml-1.5 font-normal text-ink-faint">{optional}</span>}
          </label>
          {aside}
        </div>
        {children}
        {hint ? (
          <p id={`${id}-hint`} className="text-xs text-ink-faint">
            {hint}
          </p>
        ) : null}
        {error ? (
          <p id={`${id}-error`} role="alert" className="text-xs font-medium text-danger-text">
            {error}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
