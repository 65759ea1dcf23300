import { Button } from '@festivals/ui/button';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldValues, UseFieldArrayReturn } from 'react-hook-form';
import { RowTools } from './row-tools.tsx';

type Rows = Pick<UseFieldArrayReturn<FieldValues>, 'fields' | 'move' | 'remove'>;

type Props = {
  rows: Rows;
  /** What each row is called. */
  labelOf: (at: number) => string;
  /** As many as there may be. */
  most: number;
  empty: string;
  addLabel: string;
  add: () => void;
  /** The fields of a row. */
  children: (at: number) => ReactNode;
};

/** A section that is a list: each row with its fields, moved, taken out, and one more added. */
export function OrderedRows({ rows: { fields, move, remove }, labelOf, most, empty, addLabel, add, children }: Props) {
  return (
    <>
      {fields.length === 0 && <p className="text-ui text-ink-soft">{empty}</p>}
      <ol className="space-y-3">
        {fields.map(({ id }, at) => {
          const label = labelOf(at);
          return (
            <li key={id} className="space-y-3 rounded-lg border border-line p-3.5">
              <div className="flex items-center gap-2">
                <p className="min-w-0 flex-1 truncate text-ui font-medium text-ink">{label}</p>
                <RowTools label={label} at={at} count={fields.length} move={move} remove={remove} />
              </div>
              {children(at)}
            </li>
          );
        })}
      </ol>
      <Button className="justify-self-start" disabled={fields.length >= most} onClick={add}>
        <Plus aria-hidden="true" />
        {addLabel}
      </Button>
    </>
  );
}
