import { Field } from '@festivals/ui/field';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { errorAt } from './error-at.ts';

type Props = Omit<ComponentProps<typeof Field>, 'error' | 'optional'> & {
  /** What the form holds against this value, or against parts of it: the first of it speaks. */
  error?: object | undefined;
  optional?: boolean;
};

/** A form's field: the contract's complaint in the reader's language, and "optional" where nothing must be said. */
export function FormField({ error, optional = false, ...props }: Props) {
  const t = useTranslations('office.form');
  return <Field {...props} error={errorAt(error)} {...(optional ? { optional: t('optional') } : {})} />;
}
