import { updateFestival } from '@festivals/domain/festival/contract';
import { useTranslations } from 'use-intl';
import { useFestival } from '../queries.ts';
import { ThemeField } from '../theme-field.tsx';
import { AccentField } from './accent-field.tsx';
import { CornersField, MannerFields, TypefaceField } from './face-fields.tsx';
import { SectionForm } from './section-form.tsx';
import { SitePreview } from './site-preview.tsx';
import { useSaveFestival } from './use-save-festival.ts';

const Look = updateFestival.body.shape.changes.pick({ theme: true }).required();

/** How its page looks: the poster, a colour, the letters, the corners. */
export function ThemeSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { save, refetch } = useSaveFestival(festival);
  return (
    <SectionForm
      festival={festival}
      name="theme"
      version={festival.version}
      title={t('section.theme')}
      lead={t('themeLead')}
      schema={Look}
      saved={{ theme: festival.theme }}
      save={async (values, over) => ({ theme: (await save(values, over)).theme })}
      onConflict={refetch}
    >
      <SitePreview festival={festival} />
      <ThemeField />
      <AccentField />
      <TypefaceField />
      <CornersField />
      <MannerFields />
    </SectionForm>
  );
}
