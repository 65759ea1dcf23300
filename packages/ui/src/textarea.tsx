'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlStyle } from './control-style.ts';
import { useFieldControl } from './field.tsx';

/** Several lines of text; grows with them where the browser can. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={classNames(
        controlStyle,
        'field-sizing-content max-h-96 min-h-20 py-2 text-ui leading-relaxed pointer-coarse:text-base',
        className,
      )}
      {...useFieldControl(props)}
    />
  );
}
