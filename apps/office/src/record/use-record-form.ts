import type { Festival } from '@festivals/domain/festival/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { type KeptForm, useKeptForm } from './use-kept-form.ts';

interface Wanted<I extends FieldValues, O extends FieldValues> {
  festival: Festival;
  /** Which form: drafts of one are not offered to another. */
  kind: string;
  /** What may be saved. */
  schema: z.ZodType<O, I>;
  /** The record as the server has it now; undefined for one that is yet to be. */
  record: { id: string; version: number } | undefined;
  /** What the form would begin with now. */
  values: NoInfer<DefaultValues<I>>;
}

/** The form of a record: checked by its schema, its draft kept, in step with what others save. */
export function useRecordForm<I extends FieldValues, O extends FieldValues>({
  festival,
  kind,
  schema,
  record,
  values,
}: Wanted<I, O>): { form: UseFormReturn<I, unknown, O>; kept: KeptForm } {
  const form = useForm<I, unknown, O>({ resolver: zodResolver(schema), defaultValues: values });
  const kept = useKeptForm({ form, festivalId: festival.id, kind, record, values });
  return { form, kept };
}
