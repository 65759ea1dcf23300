import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { IconButton } from '@festivals/ui/icon-button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Music } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { draftQuery } from './queries.ts';

type Props = { festival: Festival; programme: ProgrammeDraft; edit: ((stageId: string) => void) | null };

/** The stages in their order, which is that of the timetable's columns. */
export function Stages({ festival, programme, edit }: Props) {
  const t = useTranslations('office.programmeEdit');
  const say = useToast();
  const failure = useFailureText();
  const queryClient = useQueryClient();
  const { queryKey } = draftQuery(festival.id);
  const sets = Map.groupBy(programme.slots, ({ stageId }) => stageId);
  const order = useMutation({
    mutationFn: (stageIds: string[]) =>
      api.programme.orderStages({ params: { festivalId: festival.id }, body: { stageIds } }),
    onSuccess: (stages) => queryClient.setQueryData(queryKey, (now) => now && { ...now, stages }),
    onError: (error) => say({ tone: 'danger', title: failure(error).title }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id, 'programme'] }),
  });
  const swap = (at: number, other: number) => {
    if (order.isPending) return;
    const ids = programme.stages.map(({ id }) => id);
    const [one, two] = [ids[at], ids[other]];
    if (one === undefined || two === undefined) return;
    order.mutate(ids.with(at, two).with(other, one));
  };
  if (programme.stages.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Music aria-hidden="true" />} title={t('noStages')}>
          {edit ? t('begin') : null}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card className="overflow-hidden">
      <ol aria-label={t('stages')} className="divide-y divide-line">
        {programme.stages.map((stage, at) => (
          <li key={stage.id} className="flex items-center gap-2 px-4 py-2 text-ui">
            <span className="min-w-0 flex-1">
              {edit ? (
                <button
                  type="button"
                  onClick={() => edit(stage.id)}
                  className="cursor-pointer rounded-sm text-left font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                >
                  {stage.name}
                </button>
              ) : (
                <span className="font-medium text-ink">{stage.name}</span>
              )}
              <span className="block text-xs text-ink-faint">
                {t('sets', { count: sets.get(stage.id)?.length ?? 0 })}
              </span>
            </span>
            {edit && (
              <>
                <IconButton
                  label={t('up', { name: stage.name })}
                  aria-disabled={at === 0}
                  onClick={() => swap(at, at - 1)}
                >
                  <ArrowUp aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={t('down', { name: stage.name })}
                  aria-disabled={at === programme.stages.length - 1}
                  onClick={() => swap(at, at + 1)}
                >
                  <ArrowDown aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
