import { Button } from '@festivals/ui/button';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast, type ToastMessage } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { useUndo } from '../record/use-undo.ts';
import { SaveFailure } from '../record/save-failure.tsx';
import type { KeptForm } from '../record/use-kept-form.ts';
import { FormFailure } from '../shell/failure.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { staleOf } from './stale.ts';

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
  /** What to do when somebody saved first: what they changed, and how to go on from theirs. */
  meanwhile?: { changes: readonly string[]; takeTheirs: () => void; keepMine: () => void };
  /** Keeps what is typed, and in step with what others save. */
  kept?: { form: KeptForm; festival: Festival; recordId: string | undefined };
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
  meanwhile,
  kept,
  onClose,
  children,
}: Props<V>) {
  const t = useTranslations('office.programmeEdit');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const queryClient = useQueryClient();
  const frame = useRef<HTMLFormElement>(null);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['festival', festivalId, 'programme'] });
  const undo = useUndo(festivalId);
  const done = (words: string, action?: ToastMessage['action']) => () => {
    kept?.form.forget();
    say({ title: words, ...(action && { action }) });
    onClose();
  };
  const saving = useMutation({ mutationFn: save, onSuccess: done(t('saved')), onSettled });
  const removing = useMutation({
    mutationFn: async () => remove?.(),
    onSuccess: done(t('deleted'), restore === null ? undefined : undo(restore)),
    onSettled,
  });
  const stale = staleOf(saving.error) ?? staleOf(removing.error);
  const forget = () => {
    saving.reset();
    removing.reset();
  };
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
                kept?.form.forget();
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
        <form
          ref={frame}
          id="programme-edit"
          noValidate
          onSubmit={submit((values) => saving.mutate(values))}
          className="space-y-5"
        >
          {kept && <FormNotices kept={kept.form} festival={kept.festival} />}
          <Fragment key={kept?.form.epoch}>{children}</Fragment>
          {kept ? (
            <SaveFailure error={saving.error ?? removing.error} kept={kept.form} />
          ) : stale && meanwhile ? (
            <StaleNotice
              by={stale.by}
              changes={meanwhile.changes}
              busy={saving.isPending}
              onTheirs={() => {
                forget();
                meanwhile.takeTheirs();
              }}
              onAgain={() => {
                flushSync(() => {
                  forget();
                  meanwhile.keepMine();
                });
                frame.current?.requestSubmit();
              }}
            />
          ) : (
            <FormFailure error={saving.error ?? removing.error} />
          )}
          {kept?.recordId && <RecordHistory festival={kept.festival} recordId={kept.recordId} kept={kept.form} />}
        </form>
      </SheetContent>
    </Sheet>
  );
}
