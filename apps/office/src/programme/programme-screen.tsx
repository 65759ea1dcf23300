import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@festivals/ui/tabs';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarRange, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Page } from '../shell/page.tsx';
import { ArtistSheet } from './artist-sheet.tsx';
import { Artists } from './artists.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { ImportLink } from './import/import-link.tsx';
import { ProgrammeEditor } from './programme-editor.tsx';
import { draftQuery } from './queries.ts';
import { Sets } from './sets.tsx';
import { StageSheet } from './stage-sheet.tsx';
import { Stages } from './stages.tsx';
import { Timetable } from './timetable.tsx';
import type { TimetableSearch } from './timetable-search.ts';

const route = getRouteApi('/office/f/$slug/programme');
const views = ['timetable', 'sets', 'artists', 'stages'] as const;
const unasked: ListSearch = { search: undefined, sort: undefined, descending: undefined, only: undefined };
type View = (typeof views)[number];
const nobodyWarned: ReadonlySet<string> = new Set();

/** Who plays where and when; those who may change it. */
export function ProgrammeScreen() {
  const t = useTranslations('office.programme');
  const edit = useTranslations('office.programmeEdit');
  const { festival, may } = useFestival();
  const {
    view = 'timetable',
    edit: opened,
    day,
    whole,
    sets,
    stage,
    search,
    sort,
    descending,
    only,
  } = route.useSearch();
  const asked: ListSearch = { search, sort, descending, only };
  const navigate = route.useNavigate();
  const draft = useQuery(draftQuery(festival.id));
  const mayEdit = may.has('programme.edit');
  const look = (next: TimetableSearch & ListSearch & { view?: View; edit?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  /** What is looked at in the view's sheet; `new` for what is yet to be. */
  const open = (id: string | undefined) => look({ edit: id });
  const adds: Record<View, string> = {
    timetable: edit('addSet'),
    sets: edit('addSet'),
    artists: edit('addArtist'),
    stages: edit('addStage'),
  };
  const hasStages = (draft.data?.stages.length ?? 0) > 0;
  const begins = draft.data !== undefined && !hasStages && draft.data.artists.length === 0 && view === 'timetable';
  const wanted: View = hasStages ? (view === 'sets' ? 'timetable' : view) : view === 'artists' ? view : 'stages';
  const add = mayEdit && draft.data && (
    <Button tone="accent" onClick={() => look({ view: wanted, edit: 'new' })}>
      <Plus aria-hidden="true" />
      {adds[wanted]}
    </Button>
  );
  const close = () => open(undefined);
  const editing = mayEdit ? open : null;
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={
        draft.data
          ? t('lead', {
              artists: draft.data.artists.length,
              sets: draft.data.slots.length,
              stages: draft.data.stages.length,
            })
          : ' '
      }
      actions={
        <>
          {mayEdit && <ImportLink festival={festival} />}
          {draft.data && !begins && (
            <ExportMenu festival={festival} programme={draft.data} day={day} mayEdit={mayEdit} />
          )}
          {add}
        </>
      }
    >
      <Loaded query={draft}>
        {(data) =>
          begins ? (
            <Card>
              <EmptyState icon={<CalendarRange aria-hidden="true" />} title={t('empty')} action={add}>
                {mayEdit ? edit('begin') : t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <Tabs
              value={view}
              onValueChange={(next) =>
                // Each list has columns of its own: what was asked of one says nothing to another.
                look({ ...unasked, view: views.find((one) => one === next) ?? 'timetable', edit: undefined })
              }
            >
              <TabsList aria-label={t('views')}>
                <TabsTrigger value="timetable">{t('timetable')}</TabsTrigger>
                <TabsTrigger value="sets">{t('sets')}</TabsTrigger>
                <TabsTrigger value="artists">{t('artists')}</TabsTrigger>
                <TabsTrigger value="stages">{edit('stages')}</TabsTrigger>
              </TabsList>
              <TabsContent value="timetable" className="pt-4 outline-none">
                {!hasStages ? (
                  <Stages festival={festival} programme={data} edit={editing} asked={asked} look={look} />
                ) : mayEdit ? (
                  <ProgrammeEditor
                    festival={festival}
                    draft={data}
                    search={{ day, whole, sets, stage }}
                    onSearch={look}
                    opened={opened}
                    onOpen={open}
                  />
                ) : (
                  <Timetable
                    programme={data}
                    festival={festival}
                    search={{ day, whole, sets, stage }}
                    onSearch={look}
                    warned={nobodyWarned}
                    editing={null}
                  />
                )}
              </TabsContent>
              <TabsContent value="sets" className="pt-4 outline-none">
                <Sets
                  programme={data}
                  festival={festival}
                  edit={mayEdit ? (id) => look({ ...unasked, view: 'timetable', edit: id }) : null}
                  asked={asked}
                  look={look}
                />
              </TabsContent>
              <TabsContent value="artists" className="pt-4 outline-none">
                <Artists
                  programme={data}
                  festival={festival}
                  edit={editing}
                  seesFees={may.has('programme.fees')}
                  asked={asked}
                  look={look}
                />
                {mayEdit && (opened === 'new' || data.artists.some(({ id }) => id === opened)) && (
                  <ArtistSheet
                    key={opened}
                    festival={festival}
                    listed={data.artists.find(({ id }) => id === opened)}
                    onClose={close}
                  />
                )}
              </TabsContent>
              <TabsContent value="stages" className="pt-4 outline-none">
                <Stages festival={festival} programme={data} edit={editing} asked={asked} look={look} />
                {mayEdit && (opened === 'new' || data.stages.some(({ id }) => id === opened)) && (
                  <StageSheet
                    key={opened}
                    festival={festival}
                    edited={data.stages.find(({ id }) => id === opened)}
                    onClose={close}
                  />
                )}
              </TabsContent>
            </Tabs>
          )
        }
      </Loaded>
    </Page>
  );
}
