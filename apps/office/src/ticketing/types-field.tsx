import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { FieldOf } from '../form/controlled-field.tsx';
import { TypeChecklist } from './type-checklist.tsx';

type Props<I extends FieldValues, O, N extends FieldPath<I>> = FieldOf<I, O, N> & {
  legend: string;
  hint: string;
  types: readonly TicketType[];
  all?: readonly TicketType[];
};

/** Ticket types of a form, across both of its columns. */
export function TypesField<I extends FieldValues, O, N extends FieldPath<I>>({
  control,
  name,
  ...list
}: Props<I, O, N>) {
  const { field } = useController({ control, name });
  return (
    <div className="col-span-full">
      {/* Ids that a form holds are the contract's own. */}
      <TypeChecklist
        {...list}
        chosen={(field.value as TicketType['id'][] | undefined) ?? []}
        onChange={field.onChange}
      />
    </div>
  );
}
