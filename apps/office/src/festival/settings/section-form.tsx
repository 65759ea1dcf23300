import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';
import { RecordForm } from '../../record/record-form.tsx';

type Props<I extends FieldValues, O extends FieldValues> = Omit<ComponentProps<typeof RecordForm<I, O>>, 'kind'> & {
  /** Which part: under it a draft is kept. */
  name: string;
  title: string;
  lead: string;
};

/** One part of the settings: a small form that is saved by itself and loses nothing. */
export function SectionForm<I extends FieldValues, O extends FieldValues>({
  name,
  title,
  lead,
  children,
  ...form
}: Props<I, O>) {
  return (
    <RecordForm<I, O> {...form} kind={`settings ${name}`}>
      <Card>
        <CardHeader title={title} description={lead} />
        <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</CardBody>
      </Card>
    </RecordForm>
  );
}
