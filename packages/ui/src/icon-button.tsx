import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

const square = { sm: 'w-7 pointer-coarse:w-9', md: 'w-8 pointer-coarse:w-10', lg: 'w-11', xl: 'w-14' };

type Props = Omit<ComponentProps<typeof Button>, 'children' | 'aria-label'> & { label: string; children: ReactNode };

/** A deed shown by its sign alone; `label` is its name for those who do not see the sign. */
export function IconButton({ label, size = 'md', tone = 'quiet', className, children, ...props }: Props) {
  return (
    <Button
      aria-label={label}
      title={label}
      size={size}
      tone={tone}
      className={classNames('px-0', square[size ?? 'md'], className)}
      {...props}
    >
      {children}
    </Button>
  );
}
