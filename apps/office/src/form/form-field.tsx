import { Field } from '@festivals/ui/field';
import type { ComponentProps } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { validationText } from '../i18n/validation.ts';

type Props = Omit<ComponentProps<typeof Field>, 'error' | 'optional'> & {
  error?: FieldError | undefined;
  optional?: boolean;
};

/** A form's field: the contract's complaint in the reader's language, and "optional" where nothing must be said. */
export function FormField({ error, optional = false, ...props }: Props) {
  const t = useTranslations('office.form');
  return <Field {...props} error={validationText(error?.message)} {...(optional ? { optional: t('optional') } : {})} />;
}
