import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { minutesOf, setList, setRows } from '@festivals/domain/programme/list-views';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableRow } from '@festivals/ui/table';
import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { SortHeader } from '../list/sort-header.tsx';
import { useList } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';

const tones: Record<ProgrammeDraft['slots'][number]['status'], BadgeTone> = {
  PENDING: 'warning',
  CONFIRMED: 'success',
  CANCELLED: 'neutral',
};
const states = ['PENDING', 'CONFIRMED', 'CANCELLED'] as const;

type Props = {
  programme: ProgrammeDraft;
  festival: Festival;
  edit: ((setId: string) => void) | null;
  asked: ListSearch;
  look: (next: ListSearch) => void;
};

/** Every set in one list, whatever its day and stage. */
export function Sets({ programme, festival, edit, asked, look }: Props) {
  const t = useTranslations('office.setsList');
  const words = useTranslations('office.programmeEdit');
  const screen = useTranslations('office.programme');
  const lists = useTranslations('office.list');
  const format = useFormatter();
  const all = useMemo(() => setRows(programme), [programme]);
  const list = useList(setList, all, asked, look);
  if (all.length === 0) {
    return (
      <Card>
        <EmptyState icon={<CalendarClock aria-hidden="true" />} title={screen('noSets')} />
      </Card>
    );
  }
  return (
    <div className="space-y-3">
      <ListBar
        asked={list.asked}
        look={look}
        searchLabel={t('search')}
        filters={[
          ...states.map((state) => [state, words(`status.${state}`)] as const),
          ['unannounced', lists('only.unannounced')],
        ]}
      >
        <ExportMenu festival={festival} list="sets" asked={list.asked} label={t('title')} />
      </ListBar>
      <Card className="overflow-hidden">
        {list.rows.length === 0 ? (
          <NothingFits look={look} />
        ) : (
          <Table caption={t('title')}>
            <TableHead>
              <tr>
                <SortHeader by="name" {...list.sorting}>
                  {t('set')}
                </SortHeader>
                <SortHeader by="starts" {...list.sorting}>
                  {words('startsAt')}
                </SortHeader>
                <SortHeader by="stage" className="max-sm:hidden" {...list.sorting}>
                  {words('stage')}
                </SortHeader>
                <SortHeader by="minutes" numeric className="max-md:hidden" {...list.sorting}>
                  {t('minutes')}
                </SortHeader>
                <SortHeader by="status" className="max-sm:hidden" {...list.sorting}>
                  {words('statusLabel')}
                </SortHeader>
              </tr>
            </TableHead>
            <TableBody>
              <VirtualRows items={list.rows} rowHeight={44}>
                {({ set, name, stage }) => (
                  <TableRow key={set.id}>
                    <TableCell className={classNames('font-medium', set.status === 'CANCELLED' && 'line-through')}>
                      {edit === null ? (
                        (name ?? words('tba'))
                      ) : (
                        <button
                          type="button"
                          onClick={() => edit(set.id)}
                          className="cursor-pointer rounded-sm text-left text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                        >
                          {name ?? words('tba')}
                        </button>
                      )}
                      <span className="block text-xs font-normal text-ink-soft sm:hidden">
                        {stage} · {words(`status.${set.status}`)}
                      </span>
                    </TableCell>
                    <TableCell className="tabular whitespace-nowrap text-ink-soft">
                      {format.dateTime(new Date(set.startsAt), 'weekdayClock', { timeZone: festival.zone })}
                    </TableCell>
                    <TableCell className="text-ink-soft max-sm:hidden">{stage}</TableCell>
                    <TableCell numeric className="text-ink-soft max-md:hidden">
                      {format.number(minutesOf(set))}
                    </TableCell>
                    <TableCell className="max-sm:hidden">
                      <Badge tone={tones[set.status]}>{words(`status.${set.status}`)}</Badge>
                    </TableCell>
                  </TableRow>
                )}
              </VirtualRows>
            </TableBody>
          </Table>
        )}
      </Card>
    </div>
  );
}
