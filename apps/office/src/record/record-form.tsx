import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormProvider, useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { focusFirstError } from '../form/focus-first-error.ts';
import { FormNotices } from './form-notices.tsx';
import { RecordHistory } from './record-history.tsx';
import { SaveFailure } from './save-failure.tsx';
import { useKeptForm } from './use-kept-form.ts';

type Props<I extends FieldValues, O extends FieldValues> = {
  festival: Festival;
  /** Under which name a draft is kept. */
  kind: string;
  /** The version that is saved now. */
  version: number;
  schema: z.ZodType<O, I>;
  /** What is saved now; when somebody else saves, theirs comes in and what was typed here stays. */
  saved: O;
  save: (values: O, version: number) => Promise<O>;
  /** Somebody saved before us. */
  onConflict: () => void;
  onFailure?: ((error: ApiError, form: UseFormReturn<I, unknown, O>) => void) | undefined;
  /** Whether somebody may only look. */
  readOnly?: boolean;
  children: ReactNode;
};

/** A part of a festival as a form on its own screen: saved by itself, with its draft, what others saved meanwhile, and its past. */
export function RecordForm<I extends FieldValues, O extends FieldValues>({
  festival,
  kind,
  version,
  schema,
  saved,
  save,
  onConflict,
  onFailure,
  readOnly = false,
  children,
}: Props<I, O>) {
  const t = useTranslations('office.settings');
  // What the server answered is what the form may hold: the schema lets in what it lets out.
  const asInput = (values: O) => values as unknown as I;
  const say = useToast();
  const form = useForm<I, unknown, O>({
    resolver: zodResolver(schema),
    defaultValues: asInput(saved) as DefaultValues<I>,
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind,
    record: { id: festival.id, version },
    values: asInput(saved) as DefaultValues<I>,
  });
  const { isDirty } = form.formState;
  const mutation = useMutation({
    mutationFn: (values: O) => save(values, kept.version),
    onSuccess: (now) => {
      form.reset(asInput(now));
      kept.forget();
      say({ title: t('saved') });
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      if (error.name === 'CONFLICT') onConflict();
      onFailure?.(error, form);
    },
  });
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          const { currentTarget } = event;
          void form.handleSubmit(
            (values) => mutation.mutate(values),
            () => focusFirstError(currentTarget),
          )(event);
        }}
        className="space-y-4"
      >
        <FormNotices kept={kept} festival={festival} />
        <fieldset
          disabled={readOnly}
          // What has the focus is never below the bar.
          className="min-w-0 space-y-4 [&_:is(input,select,textarea,button)]:scroll-mb-20"
        >
          {children}
        </fieldset>
        <SaveFailure error={mutation.error} kept={kept} />
        {!readOnly && (
          <>
            <RecordHistory festival={festival} recordId={festival.id} kept={kept} onlyFields />
            <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-canvas/90 px-1 py-3 backdrop-blur-md">
              <Button type="submit" tone="accent" busy={mutation.isPending} disabled={!isDirty}>
                {t('save')}
              </Button>
              <Button
                tone="quiet"
                disabled={!isDirty}
                onClick={() => {
                  form.reset(asInput(saved));
                  kept.forget();
                }}
              >
                {t('discard')}
              </Button>
              <p role="status" className="text-xs text-ink-faint">
                {isDirty ? t('unsaved') : ''}
              </p>
            </div>
          </>
        )}
      </form>
    </FormProvider>
  );
}
