import { updateFestival } from '@festivals/domain/festival/contract';
import { useTranslations } from 'use-intl';
import { AddressSearch } from '../address-search.tsx';
import { WhereFields } from '../identity-fields.tsx';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useSaveFestival } from './use-save-festival.ts';

const Where = updateFestival.body.shape.changes.pick({ place: true }).required();

/** Where it is: looked up where that can be done, else by hand. */
export function PlaceSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { save, refetch } = useSaveFestival(festival);
  return (
    <SectionForm
      festival={festival}
      name="place"
      version={festival.version}
      title={t('section.place')}
      lead={t('placeLead')}
      schema={Where}
      saved={{ place: festival.place }}
      save={async (values, over) => ({ place: (await save(values, over)).place })}
      onConflict={refetch}
    >
      <AddressSearch />
      <WhereFields />
    </SectionForm>
  );
}
