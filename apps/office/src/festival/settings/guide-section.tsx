import { Guide, GuideTopic } from '@festivals/domain/festival/details';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useFestival } from '../queries.ts';
import { MarkupChapters } from './markup-chapters.tsx';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

const Form = z.object({ guide: Guide });

/** What a visitor reads before coming, a chapter each. */
export function GuideSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'guide');
  return (
    <SectionForm
      festival={festival}
      name="guide"
      version={version}
      title={t('section.guide')}
      lead={t('guideLead')}
      schema={Form}
      saved={{ guide: content }}
      save={async ({ guide }, over) => ({ guide: await save(guide, over) })}
      onConflict={refetch}
    >
      <MarkupChapters
        name="guide"
        topics={GuideTopic.options}
        label={(topic) => t(`guide.${topic}`)}
        hint={(topic) => t(`guideHint.${topic}`)}
        languages={festival.languages}
        lines={5}
        maxLength={10_000}
      />
    </SectionForm>
  );
}
