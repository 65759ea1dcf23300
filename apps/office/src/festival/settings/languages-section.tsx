import { updateFestival } from '@festivals/domain/festival/contract';
import { useTranslations } from 'use-intl';
import { MoneyAndLanguageFields } from '../identity-fields.tsx';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useSaveFestival } from './use-save-festival.ts';

const Speech = updateFestival.body.shape.changes.pick({ currency: true, languages: true }).required();

/** In which languages it speaks, and in which money it counts. */
export function LanguagesSection() {
  const t = useTranslations('office.settings');
  const f = useTranslations('office.festivalForm');
  const { festival } = useFestival();
  const { save, refetch } = useSaveFestival(festival);
  return (
    <SectionForm
      festival={festival}
      name="languages"
      version={festival.version}
      title={f('how')}
      lead={t('languagesLead')}
      schema={Speech}
      saved={{ currency: festival.currency, languages: festival.languages }}
      save={async (values, over) => {
        const { currency, languages } = await save(values, over);
        return { currency, languages };
      }}
      onConflict={refetch}
    >
      <MoneyAndLanguageFields currencyFixed={festival.status !== 'DRAFT'} />
    </SectionForm>
  );
}
