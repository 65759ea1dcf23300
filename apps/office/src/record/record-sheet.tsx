import { Button } from '@festivals/ui/button';
import { classNames } from '@festivals/ui/class-names';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { FieldValues as FormValues, UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { DeleteButton } from '../form/delete-button.tsx';
import { focusFirstError } from '../form/focus-first-error.ts';
import { FormNotices } from './form-notices.tsx';
import type { FieldValues } from './merge.ts';
import { RecordHistory, type ReadPast } from './record-history.tsx';
import { SaveFailure } from './save-failure.tsx';
import type { KeptForm } from './use-kept-form.ts';
import { useUndo } from './use-undo.ts';

type Props<I extends FormValues, V, S> = {
  festival: Festival;
  title: string;
  description?: string | undefined;
  form: UseFormReturn<I, unknown, V>;
  kept: KeptForm;
  /** Whose past is shown below the form; undefined for a record that is yet to be. */
  recordId: string | undefined;
  /** Where the past stands, and what of it the form holds, if it is not among the events as it is. */
  past?: { read?: ReadPast; valuesOf?: (state: FieldValues) => FieldValues };
  /** Whether somebody may only look. */
  readOnly?: boolean;
  save: (values: V) => Promise<S>;
  /** What the button and the word afterwards say, where it is something else than that it is saved. */
  words?: { save?: string; saved?: (saved: S) => string };
  /** How it is taken away and brought back, for what can be; the words where they are its own. */
  removal?:
    | {
        run: () => Promise<unknown>;
        restore?: () => Promise<unknown>;
        words?: { remove?: string; sure?: string; removed?: string };
      }
    | undefined;
  /** What is asked for again afterwards. */
  refresh: readonly QueryKey[];
  /** Whether fields stand in two columns; what is to take both says so itself. */
  columns?: boolean;
  onClose: () => void;
  /** What stands below the form. */
  after?: ReactNode;
  children: ReactNode;
};

/** A record beside its list, as a form: saved, taken away, given up; with its draft, what others saved meanwhile, and its past. */
export function RecordSheet<I extends FormValues, V, S>({
  festival,
  title,
  description,
  form,
  kept,
  recordId,
  past,
  readOnly = false,
  save,
  words,
  removal,
  refresh,
  columns = false,
  onClose,
  after,
  children,
}: Props<I, V, S>) {
  const t = useTranslations('office.record');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const undo = useUndo(festival.id);
  const queryClient = useQueryClient();
  const id = useId();
  const leave = () => {
    kept.forget();
    onClose();
  };
  const onSettled = () => Promise.all(refresh.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      say({ title: words?.saved?.(saved) ?? t('saved') });
      leave();
    },
    onSettled,
  });
  const removing = useMutation({
    mutationFn: async () => removal?.run(),
    onSuccess: () => {
      const back = removal?.restore;
      say({ title: removal?.words?.removed ?? t('removed'), ...(back && { action: undo(back) }) });
      leave();
    },
    onSettled,
  });
  const failure = saving.error ?? removing.error;
  const told = useRef<HTMLDivElement>(null);
  // The buttons are always in sight; what they came to stands at the end of a form that may be long.
  useEffect(() => {
    if (failure !== null) told.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const wide = columns ? 'col-span-2 space-y-4 empty:hidden' : 'contents';
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={title}
        description={description}
        closeLabel={shell('close')}
        footer={
          <>
            {removal && (
              <DeleteButton
                label={removal.words?.remove ?? t('remove')}
                sureLabel={removal.words?.sure ?? t('removeSure')}
                busy={removing.isPending}
                onDelete={() => removing.mutate()}
              />
            )}
            <Button onClick={leave}>{readOnly ? shell('close') : t('cancel')}</Button>
            {!readOnly && (
              <Button type="submit" form={id} tone="accent" busy={saving.isPending}>
                {words?.save ?? t('save')}
              </Button>
            )}
          </>
        }
      >
        <form
          id={id}
          noValidate
          onSubmit={(event) => {
            const { currentTarget } = event;
            void form.handleSubmit(
              (values) => saving.mutate(values),
              () => focusFirstError(currentTarget),
            )(event);
          }}
        >
          <fieldset
            disabled={readOnly}
            className={classNames(
              'min-w-0',
              columns ? 'grid grid-cols-2 gap-x-4 gap-y-5 *:min-w-0' : 'flex flex-col gap-5',
            )}
          >
            <div className={wide}>
              <FormNotices kept={kept} festival={festival} />
            </div>
            {children}
            <div ref={told} className={wide}>
              <SaveFailure error={failure} kept={kept} />
            </div>
          </fieldset>
          {recordId !== undefined && (
            <div className="mt-5">
              <RecordHistory festival={festival} recordId={recordId} kept={kept} {...past} />
            </div>
          )}
        </form>
        {after}
      </SheetContent>
    </Sheet>
  );
}
