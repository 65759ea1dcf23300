import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { useQuery } from '@tanstack/react-query';
import { CalendarRange, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { ImportLink } from './import/import-link.tsx';
import { ProgrammeViews } from './programme-views.tsx';
import { draftQuery } from './queries.ts';
import { useProgrammeAddress, type View } from './use-programme-address.ts';

const adds = { timetable: 'addSet', sets: 'addSet', artists: 'addArtist', stages: 'addStage' } as const;

/** What can be added on a view: a set only once there is a stage for it. */
const addedOn = (view: View, hasStages: boolean): View =>
  hasStages ? (view === 'sets' ? 'timetable' : view) : view === 'artists' ? view : 'stages';

/** Who plays where and when; those who may change it. */
export function ProgrammeScreen() {
  const t = useTranslations('office.programme');
  const edit = useTranslations('office.programmeEdit');
  const { festival, may } = useFestival();
  const address = useProgrammeAddress();
  const query = useQuery(draftQuery(festival.id));
  const { data: draft } = query;
  const mayEdit = may.has('programme.edit');
  const counts = draft && { artists: draft.artists.length, sets: draft.slots.length, stages: draft.stages.length };
  const begins = counts?.stages === 0 && counts.artists === 0 && address.view === 'timetable';
  const wanted = addedOn(address.view, (counts?.stages ?? 0) > 0);
  const add = mayEdit && draft && (
    <Button tone="accent" onClick={() => address.look({ view: wanted, edit: 'new' })}>
      <Plus aria-hidden="true" />
      {edit(adds[wanted])}
    </Button>
  );
  const actions = (
    <>
      {mayEdit && <ImportLink festival={festival} />}
      {draft && !begins && (
        <ExportMenu festival={festival} programme={draft} day={address.timetable.day} mayEdit={mayEdit} />
      )}
      {add}
    </>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={counts ? t('lead', counts) : ' '} actions={actions}>
      <Loaded query={query}>
        {(programme) =>
          begins ? (
            <Card>
              <EmptyState icon={<CalendarRange aria-hidden="true" />} title={t('empty')} action={add}>
                {mayEdit ? edit('begin') : t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <ProgrammeViews
              festival={festival}
              programme={programme}
              address={address}
              mayEdit={mayEdit}
              seesFees={may.has('programme.fees')}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
