import type { Festival } from '@festivals/domain/festival/contract';
import { TicketPaper as Paper } from '@festivals/domain/ticketing/ticket-paper';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ticketPaperQuery } from './queries.ts';

/** What tickets are printed on where their buyer chooses nothing else. */
export function TicketPaper({ festival, mayEdit }: { festival: Festival; mayEdit: boolean }) {
  const t = useTranslations('office.ticketPaper');
  const client = useQueryClient();
  const name = useId();
  const query = ticketPaperQuery(festival.id);
  const { data } = useQuery(query);
  const save = useMutation({
    mutationFn: (paper: Paper) =>
      api.ticketing.saveTicketPaper({
        params: { festivalId: festival.id },
        body: { paper, version: data?.version ?? 0 },
      }),
    onSuccess: (chosen) => client.setQueryData(query.queryKey, chosen),
    // Somebody else was faster: what they chose is shown, and why nothing was changed.
    onError: () => client.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (!data) return null;
  const chosen = save.isPending ? save.variables : data.paper;
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody>
        <p className="text-ui text-ink-soft">{t('lead')}</p>
        <fieldset disabled={!mayEdit || save.isPending} className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
          <legend className="sr-only">{t('title')}</legend>
          {Paper.options.map((paper) => (
            <label key={paper} className="flex min-h-8 items-center gap-2 text-ui text-ink pointer-coarse:min-h-11">
              <input
                type="radio"
                name={name}
                checked={chosen === paper}
                onChange={() => save.mutate(paper)}
                className="size-4 accent-accent"
              />
              {t(paper)}
            </label>
          ))}
        </fieldset>
        <p role="status" className="mt-2 text-xs text-success-text">
          {save.isSuccess && t('saved')}
        </p>
        <FormFailure error={save.error} />
      </CardBody>
    </Card>
  );
}
