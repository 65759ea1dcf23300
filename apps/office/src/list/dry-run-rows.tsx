import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';

/** What becomes of a row of a file. */
export type Outcome = 'new' | 'changed' | 'same' | 'refused';

export const outcomeTones: Record<Outcome, BadgeTone> = {
  new: 'success',
  changed: 'accent',
  same: 'neutral',
  refused: 'danger',
};

const urgency: readonly Outcome[] = ['refused', 'changed', 'new', 'same'];
const mostShown = 200;

/** What needs a look comes first; so many rows are enough to see what a file does. */
export const mostUrgent = <R extends { outcome: Outcome }>(rows: readonly R[]): R[] =>
  urgency.flatMap((outcome) => rows.filter((row) => row.outcome === outcome)).slice(0, mostShown);

/** How many rows come to what; `writes` is what would be written. */
export function countOutcomes(rows: readonly { outcome: Outcome }[]) {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  return { ...counts, writes: counts.new + counts.changed };
}

/** A row of a dry run as its table says it. */
export interface PlannedRow {
  /** As the file counts it, from 1. */
  number: number;
  outcome: Outcome;
  name: string;
  /** What stands beside the name. */
  detail: string;
  /** What would change, or why it is refused. */
  remarks: readonly string[];
}

/** A file's dry run: what would become of each row. */
export function DryRunRows({
  rows,
  says,
}: {
  rows: readonly PlannedRow[];
  says: { title: string; number: string; outcome: (outcome: Outcome) => string };
}) {
  return (
    <Table caption={says.title}>
      <TableHead>
        <tr>
          <TableHeader numeric>{says.number}</TableHeader>
          <TableHeader>{says.title}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ number, outcome, name, detail, remarks }) => (
          <TableRow key={number}>
            <TableCell numeric>{number}</TableCell>
            <TableCell>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={outcomeTones[outcome]}>{says.outcome(outcome)}</Badge>
                <span className="font-medium text-ink">{name}</span>
                <span className="text-ink-soft">{detail}</span>
              </span>
              <span className="block text-xs text-ink-soft">{remarks.join(' · ')}</span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
