import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormFailure } from '../shell/failure.tsx';

interface Props {
  title: string;
  lead: string;
  /** What is to be written down, and an example of it. */
  label: string;
  hint: string;
  confirm: string;
  maxLength: number;
  /** What is asked beside the note. */
  children?: ReactNode;
  onConfirm: (note: string) => Promise<unknown>;
  onClose: () => void;
}

/** A deed about money that wants to be explained: nothing happens without a word on how one knows. */
export function NoteDialog({ title, lead, label, hint, confirm, maxLength, children, onConfirm, onClose }: Props) {
  const t = useTranslations('office.payments');
  const shell = useTranslations('office.shell');
  const form = useId();
  const [note, setNote] = useState('');
  const deed = useMutation({ mutationFn: () => onConfirm(note.trim()), onSuccess: onClose });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={title}
        description={lead}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button type="submit" form={form} tone="accent" busy={deed.isPending} disabled={note.trim() === ''}>
              {confirm}
            </Button>
          </>
        }
      >
        <form
          id={form}
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() !== '') deed.mutate();
          }}
        >
          {children}
          <Field label={label} hint={hint} required>
            <Input value={note} maxLength={maxLength} onChange={({ target }) => setNote(target.value)} />
          </Field>
          <FormFailure error={deed.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
