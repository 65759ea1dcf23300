import type { Festival } from '@festivals/domain/festival/contract';
import type { GuestList } from '@festivals/domain/ticketing/guests/schemas';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Textarea } from '@festivals/ui/textarea';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { countOutcomes, mostUrgent, outcomeTones } from '../list/dry-run-rows.tsx';
import { useDryRun } from '../list/use-dry-run.ts';
import { FormFailure } from '../shell/failure.tsx';
import { guestListsQuery } from './queries.ts';

/** Many guests at once, as lines or as a file: looked at as a dry run, then added as they were shown. */
export function PasteGuests({ festival, list }: { festival: Festival; list: GuestList }) {
  const t = useTranslations('office.guests');
  const csv = useTranslations('office.menu.csv');
  const menu = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const [text, setText] = useState('');
  const params = { festivalId: festival.id, guestListId: list.id };
  const run = useDryRun({
    preview: ({ lines }: { lines: Blob }) => api.ticketing.previewGuests({ params, body: lines }),
    apply: ({ lines, hash }) => api.ticketing.importGuests({ params, query: { hash }, body: lines }),
    onApplied: ({ added }) => {
      setText('');
      say({ title: t('imported', { count: added }) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: guestListsQuery(festival.id).queryKey }),
  });
  const { plan } = run;
  const counts = countOutcomes(plan?.rows ?? []);
  const look = (lines: BlobPart) => run.look({ lines: new Blob([lines], { type: 'text/csv' }) });
  const show = (next: boolean) => {
    setText('');
    run.show(next);
  };
  return (
    <Dialog open={run.open} onOpenChange={show}>
      <DialogTrigger asChild>
        <Button>
          <ClipboardPaste aria-hidden="true" />
          {t('paste')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('pasteTitle')}
        description={t('pasteLead')}
        closeLabel={shell('close')}
        size="lg"
        footer={
          <>
            <Button onClick={() => show(false)}>{menu('cancel')}</Button>
            {plan === undefined ? (
              <Button tone="accent" disabled={text.trim() === ''} busy={run.isLooking} onClick={() => look(text)}>
                {t('look')}
              </Button>
            ) : (
              <Button
                tone="accent"
                disabled={counts.refused > 0 || counts.new === 0}
                busy={run.isTaking}
                onClick={run.take}
              >
                {t('take', { count: counts.new })}
              </Button>
            )}
          </>
        }
      >
        <div className="space-y-4">
          <Field label={t('pasteLabel')}>
            <Textarea
              rows={7}
              value={text}
              placeholder={'Ada Lovelace, ada@example.org, +1\nGrace Hopper'}
              onChange={({ target }) => {
                setText(target.value);
                run.forget();
              }}
            />
          </Field>
          <Field label={t('pasteFile')}>
            <Input
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,text/csv"
              className="py-1"
              onChange={async ({ target }) => {
                const [chosen] = target.files ?? [];
                if (chosen) look(await chosen.arrayBuffer());
                // The same file, corrected, can be chosen again.
                target.value = '';
              }}
            />
          </Field>
          <FormFailure error={run.error} />
          {plan && (
            <ul
              aria-label={t('pasteTitle')}
              className="max-h-72 divide-y divide-line overflow-auto rounded-lg border border-line"
            >
              {mostUrgent(plan.rows).map((row) => (
                <li key={row.line} className="flex flex-wrap items-baseline gap-2 px-3 py-2 text-ui">
                  <span className="tabular w-8 text-xs text-ink-faint">{row.line}</span>
                  <Badge tone={outcomeTones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
                  <span className="min-w-0 flex-1 wrap-anywhere">
                    <span className="font-medium text-ink">
                      {row.name} {row.companions > 0 && `+${row.companions}`}
                    </span>{' '}
                    <span className="text-ink-faint">{row.email}</span>
                  </span>
                  <span className="basis-full text-xs text-danger-text empty:hidden">
                    {row.reasons
                      .map(({ column, reason }) => `${column || csv('wholeRow')}: ${csv(`reason.${reason}`)}`)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
