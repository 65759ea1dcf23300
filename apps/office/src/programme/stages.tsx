import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { IconButton } from '@festivals/ui/icon-button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { stageList, stageRows } from '@festivals/domain/programme/list-views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Music } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { useList } from '../list/use-list.ts';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { draftQuery } from './queries.ts';

type Props = {
  festival: Festival;
  programme: ProgrammeDraft;
  edit: ((stageId: string) => void) | null;
  asked: ListSearch;
  look: (next: ListSearch) => void;
};

/** The stages in their order, which is that of the timetable's columns; otherwise sorted, they cannot be moved. */
export function Stages({ festival, programme, edit, asked, look }: Props) {
  const t = useTranslations('office.programmeEdit');
  const say = useToast();
  const failure = useFailureText();
  const queryClient = useQueryClient();
  const { queryKey } = draftQuery(festival.id);
  const all = useMemo(() => stageRows(programme), [programme]);
  const list = useList(stageList, all, asked, look);
  const { sort, descending } = list.sorting;
  const movable = edit !== null && sort === 'order' && !descending && !list.narrowed;
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
    <div className="space-y-3">
      <ListBar
        asked={list.asked}
        look={look}
        searchLabel={t('stage')}
        sorts={[
          ['order', t('byHand')],
          ['name', t('name')],
          ['sets', t('setCount')],
        ]}
      >
        <ExportMenu festival={festival} list="stages" asked={list.asked} label={t('stages')} />
      </ListBar>
      <Card className="overflow-hidden">
        {list.rows.length === 0 && <NothingFits look={look} />}
        <ol aria-label={t('stages')} className="divide-y divide-line">
          {list.rows.map(({ stage, at, sets }) => (
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
                <span className="block text-xs text-ink-faint">{t('sets', { count: sets })}</span>
              </span>
              {movable && (
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
    </div>
  );
}
