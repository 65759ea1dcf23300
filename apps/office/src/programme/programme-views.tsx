import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@festivals/ui/tabs';
import { useTranslations } from 'use-intl';
import { ArtistSheet } from './artist-sheet.tsx';
import { Artists } from './artists.tsx';
import { ProgrammeEditor } from './programme-editor.tsx';
import { Sets } from './sets.tsx';
import { StageSheet } from './stage-sheet.tsx';
import { Stages } from './stages.tsx';
import { Timetable } from './timetable.tsx';
import { views, type ProgrammeAddress } from './use-programme-address.ts';

const nobodyWarned: ReadonlySet<string> = new Set();
const tabContent = 'pt-4 outline-none';

type Props = {
  festival: Festival;
  programme: ProgrammeDraft;
  address: ProgrammeAddress;
  mayEdit: boolean;
  seesFees: boolean;
};

/** The programme as a timetable, as sets, as artists, as stages. */
export function ProgrammeViews(props: Props) {
  const { festival, programme, address, mayEdit } = props;
  const t = useTranslations('office.programme');
  const edit = useTranslations('office.programmeEdit');
  const { view, asked, look, goTo } = address;
  return (
    <Tabs value={view} onValueChange={(next) => goTo(views.find((one) => one === next) ?? 'timetable')}>
      <TabsList aria-label={t('views')}>
        <TabsTrigger value="timetable">{t('timetable')}</TabsTrigger>
        <TabsTrigger value="sets">{t('sets')}</TabsTrigger>
        <TabsTrigger value="artists">{t('artists')}</TabsTrigger>
        <TabsTrigger value="stages">{edit('stages')}</TabsTrigger>
      </TabsList>
      <TabsContent value="timetable" className={tabContent}>
        <TimetableView {...props} />
      </TabsContent>
      <TabsContent value="sets" className={tabContent}>
        <Sets
          programme={programme}
          festival={festival}
          edit={mayEdit ? (id) => goTo('timetable', id) : null}
          asked={asked}
          look={look}
        />
      </TabsContent>
      <TabsContent value="artists" className={tabContent}>
        <ArtistsView {...props} />
      </TabsContent>
      <TabsContent value="stages" className={tabContent}>
        <StagesView {...props} />
      </TabsContent>
    </Tabs>
  );
}

/** Without a stage there is nothing to plan on: then they are made first. */
function TimetableView({ festival, programme, address, mayEdit }: Props) {
  const { asked, look, open, opened, timetable } = address;
  if (programme.stages.length === 0)
    return <Stages festival={festival} programme={programme} edit={mayEdit ? open : null} asked={asked} look={look} />;
  if (mayEdit)
    return (
      <ProgrammeEditor
        festival={festival}
        draft={programme}
        search={timetable}
        onSearch={look}
        opened={opened}
        onOpen={open}
      />
    );
  return (
    <Timetable
      programme={programme}
      festival={festival}
      search={timetable}
      onSearch={look}
      warned={nobodyWarned}
      editing={null}
    />
  );
}

function ArtistsView({ festival, programme, address, mayEdit, seesFees }: Props) {
  const { asked, look, open, opened } = address;
  const listed = programme.artists.find(({ id }) => id === opened);
  return (
    <>
      <Artists
        programme={programme}
        festival={festival}
        edit={mayEdit ? open : null}
        seesFees={seesFees}
        asked={asked}
        look={look}
      />
      {mayEdit && (opened === 'new' || listed) && (
        <ArtistSheet key={opened} festival={festival} listed={listed} onClose={() => open(undefined)} />
      )}
    </>
  );
}

function StagesView({ festival, programme, address, mayEdit }: Props) {
  const { asked, look, open, opened } = address;
  const edited = programme.stages.find(({ id }) => id === opened);
  return (
    <>
      <Stages festival={festival} programme={programme} edit={mayEdit ? open : null} asked={asked} look={look} />
      {mayEdit && (opened === 'new' || edited) && (
        <StageSheet key={opened} festival={festival} edited={edited} onClose={() => open(undefined)} />
      )}
    </>
  );
}
