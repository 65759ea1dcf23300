import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export const buttonStyle = cva(
  'inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-[1.15em] [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        accent: 'bg-accent text-on-accent shadow-flat hover:bg-accent-hover',
        plain: 'border border-line bg-surface text-ink shadow-flat hover:bg-hover',
        quiet: 'text-ink-soft hover:bg-hover hover:text-ink',
        danger: 'bg-danger text-on-accent shadow-flat hover:bg-danger-hover',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs pointer-coarse:h-9',
        md: 'h-8 px-3 text-ui pointer-coarse:h-10',
        lg: 'h-11 rounded-lg px-5 text-base',
        xl: 'h-14 rounded-xl px-7 text-lg',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { tone: 'plain', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyle> & { asChild?: boolean; busy?: boolean };

/** A deed. `busy` keeps the width, shows a spinner and refuses a second press; `asChild` dresses a link as a button. */
export function Button({
  tone,
  size,
  wide,
  busy = false,
  asChild = false,
  className,
  children,
  disabled,
  type = 'button',
  ...props
}: ButtonProps) {
  const look = classNames(buttonStyle({ tone, size, wide }), busy && 'relative', className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type={type} className={look} disabled={disabled || busy} aria-busy={busy || undefined} {...props}>
      {busy && <Spinner className="absolute" />}
      {busy ? <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span> : children}
    </button>
  );
}
