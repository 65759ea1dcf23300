'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlSize, controlStyle } from './control-style.ts';
import { useFieldControl } from './field.tsx';

/** One line of text, a number or a date. Inside a `Field` it takes its name and errors from there. */
export function Input({ className, scale = 'md', ...props }: ComponentProps<'input'> & { scale?: 'md' | 'lg' }) {
  return <input className={classNames(controlStyle, controlSize[scale], className)} {...useFieldControl(props)} />;
}
