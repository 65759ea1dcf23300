import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@festivals/ui/tabs';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { Artists } from './artists.tsx';
import { Timetable } from './timetable.tsx';

const route = getRouteApi('/office/f/$slug/programme');

/** Who plays where and when. */
export function ProgrammeScreen() {
  const t = useTranslations('office.programme');
  const { festival } = useFestival();
  const { view = 'timetable', day } = route.useSearch();
  const navigate = route.useNavigate();
  const programme = useQuery({
    queryKey: ['festival', festival.id, 'programme'],
    queryFn: ({ signal }) => api.programme.getProgramme({ params: { festivalId: festival.id } }, { signal }),
  });
  const look = (next: { view?: 'timetable' | 'artists'; day?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={
        programme.data
          ? t('lead', {
              artists: programme.data.artists.length,
              sets: programme.data.slots.length,
              stages: programme.data.stages.length,
            })
          : ' '
      }
    >
      <Loaded query={programme}>
        {(data) =>
          data.artists.length === 0 ? (
            <Card>
              <EmptyState icon={<CalendarRange aria-hidden="true" />} title={t('empty')}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <Tabs value={view} onValueChange={(next) => look({ view: next === 'artists' ? 'artists' : 'timetable' })}>
              <TabsList aria-label={t('views')}>
                <TabsTrigger value="timetable">{t('timetable')}</TabsTrigger>
                <TabsTrigger value="artists">{t('artists')}</TabsTrigger>
              </TabsList>
              <TabsContent value="timetable" className="pt-4 outline-none">
                <Timetable programme={data} zone={festival.zone} day={day} onDay={(next) => look({ day: next })} />
              </TabsContent>
              <TabsContent value="artists" className="pt-4 outline-none">
                <Artists programme={data} zone={festival.zone} />
              </TabsContent>
            </Tabs>
          )
        }
      </Loaded>
    </Page>
  );
}
