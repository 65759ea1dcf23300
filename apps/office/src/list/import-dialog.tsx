import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { ImportReason } from '@festivals/domain/stands/contract';
import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormFailure } from '../shell/failure.tsx';

type Outcome = 'new' | 'changed' | 'same' | 'refused';
type Row = {
  line: number;
  outcome: Outcome;
  name: string;
  columns: readonly string[];
  reasons: readonly { column: string; reason: ImportReason }[];
};

const tones: Record<Outcome, BadgeTone> = { new: 'success', changed: 'accent', same: 'neutral', refused: 'danger' };
// What needs a look comes first; so many rows are enough to see what a file does.
const urgency: readonly Outcome[] = ['refused', 'changed', 'new', 'same'];
const mostShown = 200;

function Preview<R extends Row>({ rows, detail }: { rows: readonly R[]; detail: (row: R) => string }) {
  const t = useTranslations('office.menu.csv');
  const sorted = urgency.flatMap((outcome) => rows.filter((row) => row.outcome === outcome)).slice(0, mostShown);
  return (
    <Table caption={t('plan')}>
      <TableHead>
        <tr>
          <TableHeader numeric>{t('line')}</TableHeader>
          <TableHeader>{t('plan')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {sorted.map((row) => (
          <TableRow key={row.line}>
            <TableCell numeric>{row.line}</TableCell>
            <TableCell>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
                <span className="font-medium text-ink">{row.name}</span>
                <span className="text-ink-faint">{detail(row)}</span>
              </span>
              <span className="block text-xs text-ink-soft">
                {row.outcome === 'changed' && row.columns.join(', ')}
                {row.reasons
                  .map(({ column, reason }) => `${column === '' ? t('wholeRow') : column}: ${t(`reason.${reason}`)}`)
                  .join(' · ')}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type Props<R extends Row> = {
  title: string;
  lead: string;
  /** What stands beside a row's name. */
  detail: (row: R) => string;
  preview: (file: Blob) => Promise<{ hash: string; rows: R[] }>;
  /** Takes the file over as it was shown. */
  apply: (file: Blob, hash: string) => Promise<unknown>;
  onSettled: () => unknown;
  /** A file to begin with. */
  template?: ReactNode;
  size?: 'sm';
  /** What else is asked before it is taken over, by what would change. */
  children?: ReactNode | ((rows: readonly R[]) => ReactNode);
};

/** A CSV file: chosen, looked at as a dry run, then taken over as it was shown. */
export function ImportDialog<R extends Row>(props: Props<R>) {
  const { title, lead, detail, onSettled, template, size, children } = props;
  const t = useTranslations('office.menu.csv');
  const menu = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const [open, setOpen] = useState(false);
  const preview = useMutation({
    mutationFn: async (chosen: File) => {
      // Browsers name a CSV's type by what is installed; what it is we say ourselves.
      const file = new Blob([await chosen.arrayBuffer()], { type: 'text/csv' });
      return { file, ...(await props.preview(file)) };
    },
  });
  const apply = useMutation({
    mutationFn: ({ file, hash }: { file: Blob; hash: string }) => props.apply(file, hash),
    onSuccess: () => show(false),
    onSettled,
  });
  const show = (next: boolean) => {
    preview.reset();
    apply.reset();
    setOpen(next);
  };
  const plan = preview.data;
  const count = (outcome: Outcome) => plan?.rows.filter((row) => row.outcome === outcome).length ?? 0;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  const writes = counts.new + counts.changed;
  return (
    <Dialog open={open} onOpenChange={show}>
      <DialogTrigger asChild>
        <Button {...(size && { size })}>
          <Upload aria-hidden="true" />
          {t('import')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={title}
        description={lead}
        closeLabel={shell('close')}
        size="lg"
        footer={
          <>
            <Button onClick={() => show(false)}>{menu('cancel')}</Button>
            <Button
              tone="accent"
              disabled={plan === undefined || counts.refused > 0 || writes === 0}
              busy={apply.isPending}
              onClick={() => plan && apply.mutate(plan)}
            >
              {t('apply', { count: writes })}
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          <Field label={t('file')}>
            <Input
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              className="py-1"
              onChange={({ target }) => {
                const [chosen] = target.files ?? [];
                apply.reset();
                if (chosen) preview.mutate(chosen);
                // The same file, corrected, can be chosen again.
                target.value = '';
              }}
            />
          </Field>
          {plan === undefined && template}
          <FormFailure error={preview.error ?? apply.error} />
          {plan && (
            <>
              <p role="status" className="text-ui font-medium text-ink">
                {t('counts', counts)}
              </p>
              {counts.refused > 0 && <Notice tone="warning">{t('blocked')}</Notice>}
              {typeof children === 'function' ? children(plan.rows) : children}
              <Preview rows={plan.rows} detail={detail} />
            </>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
