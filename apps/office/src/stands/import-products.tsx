import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportRow } from '@festivals/domain/stands/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';
import { standsQuery } from './queries.ts';

const tones: Record<ImportRow['outcome'], BadgeTone> = {
  new: 'success',
  changed: 'accent',
  same: 'neutral',
  refused: 'danger',
};
// What needs a look comes first; so many rows are enough to see what a file does.
const urgency: readonly ImportRow['outcome'][] = ['refused', 'changed', 'new', 'same'];
const mostShown = 200;

function Preview({ rows }: { rows: ImportRow[] }) {
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
                <span className="text-ink-faint">{row.stand}</span>
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

/** A file of products: chosen, looked at as a dry run, then taken over as it was shown. */
export function ImportProducts({ festival }: { festival: Festival }) {
  const t = useTranslations('office.menu.csv');
  const menu = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const params = { festivalId: festival.id };
  const preview = useMutation({
    mutationFn: async (chosen: File) => {
      // Browsers name a CSV's type by what is installed; what it is we say ourselves.
      const file = new Blob([await chosen.arrayBuffer()], { type: 'text/csv' });
      return { file, ...(await api.stands.previewImport({ params, body: file })) };
    },
  });
  const apply = useMutation({
    mutationFn: ({ file, hash }: { file: Blob; hash: string }) =>
      api.stands.applyImport({ params, query: { hash }, body: file }),
    onSuccess: (counts) => {
      say({ title: t('applied', counts) });
      show(false);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: standsQuery(festival.id).queryKey }),
  });
  const show = (next: boolean) => {
    preview.reset();
    apply.reset();
    setOpen(next);
  };
  const plan = preview.data;
  const count = (outcome: ImportRow['outcome']) => plan?.rows.filter((row) => row.outcome === outcome).length ?? 0;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  const writes = counts.new + counts.changed;
  return (
    <Dialog open={open} onOpenChange={show}>
      <DialogTrigger asChild>
        <Button>
          <Upload aria-hidden="true" />
          {t('import')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('importTitle')}
        description={t('importLead')}
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
          <FormFailure error={preview.error ?? apply.error} />
          {plan && (
            <>
              <p role="status" className="text-ui font-medium text-ink">
                {t('counts', counts)}
              </p>
              {counts.refused > 0 && <Notice tone="warning">{t('blocked')}</Notice>}
              <Preview rows={plan.rows} />
            </>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
