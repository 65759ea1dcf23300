import { Button } from '@festivals/ui/button';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast, type ToastMessage } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormNotices } from '../record/form-notices.tsx';
import type { FieldValues } from '../record/merge.ts';
import { type ReadPast, RecordHistory } from '../record/record-history.tsx';
import { useUndo } from '../record/use-undo.ts';
import { SaveFailure } from '../record/save-failure.tsx';
import type { KeptForm } from '../record/use-kept-form.ts';

type Props<V> = {
  festivalId: Festival['id'];
  title: string;
  description?: string;
  /** Reads the form; it is told what to do with values that are right. */
  submit: (save: (values: V) => void) => (event: React.FormEvent) => void;
  save: (values: V) => Promise<unknown>;
  remove: (() => Promise<unknown>) | null;
  /** Brings back what was removed. */
  restore: (() => Promise<unknown>) | null;
  /** Keeps what is typed, and in step with what others save. */
  kept: {
    form: KeptForm;
    festival: Festival;
    recordId: string | undefined;
    /** Where the record's past stands, and what of it the form holds, if it is not among the events. */
    read?: ReadPast;
    valuesOf?: (state: FieldValues) => FieldValues;
  };
  onClose: () => void;
  children: ReactNode;
};

/** The frame of the programme's forms: save, delete, what the server said, and the programme read again. */
export function EditSheet<V>({
  festivalId,
  title,
  description,
  submit,
  save,
  remove,
  restore,
  kept,
  onClose,
  children,
}: Props<V>) {
  const t = useTranslations('office.programmeEdit');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['festival', festivalId, 'programme'] });
  const undo = useUndo(festivalId);
  const done = (words: string, action?: ToastMessage['action']) => () => {
    kept.form.forget();
    say({ title: words, ...(action && { action }) });
    onClose();
  };
  const saving = useMutation({ mutationFn: save, onSuccess: done(t('saved')), onSettled });
  const removing = useMutation({
    mutationFn: async () => remove?.(),
    onSuccess: done(t('deleted'), restore === null ? undefined : undo(restore)),
    onSettled,
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={title}
        {...(description ? { description } : {})}
        closeLabel={shell('close')}
        footer={
          <>
            {remove && (
              <DeleteButton
                label={t('delete')}
                sureLabel={t('deleteSure')}
                busy={removing.isPending}
                onDelete={() => removing.mutate()}
              />
            )}
            <Button
              onClick={() => {
                kept.form.forget();
                onClose();
              }}
            >
              {t('cancel')}
            </Button>
            <Button type="submit" form="programme-edit" tone="accent" busy={saving.isPending}>
              {t('save')}
            </Button>
          </>
        }
      >
        <form id="programme-edit" noValidate onSubmit={submit((values) => saving.mutate(values))} className="space-y-5">
          <FormNotices kept={kept.form} festival={kept.festival} />
          <Fragment key={kept.form.epoch}>{children}</Fragment>
          <SaveFailure error={saving.error ?? removing.error} kept={kept.form} />
          {kept.recordId && (
            <RecordHistory
              festival={kept.festival}
              recordId={kept.recordId}
              kept={kept.form}
              read={kept.read}
              valuesOf={kept.valuesOf}
            />
          )}
        </form>
      </SheetContent>
    </Sheet>
  );
}
