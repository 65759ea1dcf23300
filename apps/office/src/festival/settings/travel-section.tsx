import { Travel, TravelMode } from '@festivals/domain/festival/details';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useFestival } from '../queries.ts';
import { MarkupChapters } from './markup-chapters.tsx';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

const Form = z.object({ travel: Travel });

/** The ways to the site, each in a few words. */
export function TravelSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'travel');
  return (
    <SectionForm
      festival={festival}
      name="travel"
      version={version}
      title={t('section.travel')}
      lead={t('travelLead')}
      schema={Form}
      saved={{ travel: content }}
      save={async ({ travel }, over) => ({ travel: await save(travel, over) })}
      onConflict={refetch}
    >
      <MarkupChapters
        name="travel"
        topics={TravelMode.options}
        label={(topic) => t(`travel.${topic}`)}
        hint={(topic) => t(`travelHint.${topic}`)}
        languages={festival.languages}
        lines={3}
        maxLength={3000}
      />
    </SectionForm>
  );
}
