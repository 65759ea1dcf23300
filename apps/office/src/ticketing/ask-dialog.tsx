import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Festival } from '@festivals/domain/festival/contract';
import { FormFailure } from '../shell/failure.tsx';

interface Asked {
  name: string;
  label: string;
  value?: string;
  type?: 'text' | 'email';
  maxLength: number;
  optional?: boolean;
}

type Props = {
  festival: Festival;
  title: string;
  lead: string;
  fields: readonly Asked[];
  confirm: string;
  keep: string;
  danger?: boolean;
  onConfirm: (values: Record<string, string>) => Promise<unknown>;
  onClose: () => void;
};

/** A few words that a deed needs before it is done, and what is refused of them. */
export function AskDialog({ festival, title, lead, fields, confirm, keep, danger = false, onConfirm, onClose }: Props) {
  const shell = useTranslations('office.shell');
  const words = useTranslations('office.form');
  const client = useQueryClient();
  const form = useId();
  const [values, setValues] = useState(() => Object.fromEntries(fields.map(({ name, value = '' }) => [name, value])));
  const isComplete = fields.every(({ name, optional = false }) => optional || values[name]?.trim());
  const deed = useMutation({
    mutationFn: () =>
      onConfirm(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={title}
        description={lead}
        closeLabel={shell('close')}
        footer={
          <>
            <Button onClick={onClose}>{keep}</Button>
            <Button
              tone={danger ? 'danger' : 'accent'}
              type="submit"
              form={form}
              disabled={!isComplete}
              busy={deed.isPending}
            >
              {confirm}
            </Button>
          </>
        }
      >
        <form
          id={form}
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete) deed.mutate();
          }}
        >
          {fields.map(({ name, label, type = 'text', maxLength, optional = false }) => (
            <Field key={name} label={label} {...(optional && { optional: words('optional') })}>
              <Input
                type={type}
                value={values[name] ?? ''}
                maxLength={maxLength}
                required={!optional}
                onChange={({ target }) => setValues((now) => ({ ...now, [name]: target.value }))}
              />
            </Field>
          ))}
          <FormFailure error={deed.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
