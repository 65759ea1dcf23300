import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import type { ImportReason } from '@festivals/domain/stands/contract';
import { Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormFailure } from '../shell/failure.tsx';
import { countOutcomes, DryRunRows, mostUrgent, type Outcome } from './dry-run-rows.tsx';
import { useDryRun } from './use-dry-run.ts';

type Row = {
  line: number;
  outcome: Outcome;
  name: string;
  columns: readonly string[];
  reasons: readonly { column: string; reason: ImportReason }[];
};

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
  const run = useDryRun({
    preview: ({ file }: { file: Blob }) => props.preview(file),
    apply: ({ file, hash }) => props.apply(file, hash),
    onSettled,
  });
  const { plan } = run;
  const { writes, ...counts } = countOutcomes(plan?.rows ?? []);
  return (
    <Dialog open={run.open} onOpenChange={run.show}>
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
            <Button onClick={() => run.show(false)}>{menu('cancel')}</Button>
            <Button
              tone="accent"
              disabled={plan === undefined || counts.refused > 0 || writes === 0}
              busy={run.isTaking}
              onClick={run.take}
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
              accept=".csv,.tsv,.txt,.xlsx,text/csv"
              className="py-1"
              onChange={async ({ target }) => {
                const [chosen] = target.files ?? [];
                // Browsers name a CSV's type by what is installed; what it is we say ourselves.
                if (chosen) run.look({ file: new Blob([await chosen.arrayBuffer()], { type: 'text/csv' }) });
                // The same file, corrected, can be chosen again.
                target.value = '';
              }}
            />
          </Field>
          {plan === undefined && template}
          <FormFailure error={run.error} />
          {plan && (
            <>
              <p role="status" className="text-ui font-medium text-ink">
                {t('counts', counts)}
              </p>
              {counts.refused > 0 && <Notice tone="warning">{t('blocked')}</Notice>}
              {typeof children === 'function' ? children(plan.rows) : children}
              <DryRunRows
                rows={mostUrgent(plan.rows).map((row) => ({
                  number: row.line,
                  outcome: row.outcome,
                  name: row.name,
                  detail: detail(row),
                  remarks: [
                    ...(row.outcome === 'changed' ? [row.columns.join(', ')] : []),
                    ...row.reasons.map(
                      ({ column, reason }) => `${column === '' ? t('wholeRow') : column}: ${t(`reason.${reason}`)}`,
                    ),
                  ],
                }))}
                says={{ title: t('plan'), number: t('line'), outcome: (outcome) => t(`outcome.${outcome}`) }}
              />
            </>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
