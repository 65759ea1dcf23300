import { readChoice } from '@festivals/domain/programme/visit/choice';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadDetails, loadLineUp } from '../../../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../../../festival/page-of.ts';
import { sayDates } from '../../../../../festival/say-dates.ts';
import { sharedLook } from '../../../../../festival/shared-picture.ts';
import { SharedProgrammePage } from '../../../../../programme/shared-programme-page.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string; choice: string }>;
}

/** Made for each who asks: kept, every link that somebody makes up would stay in memory. */
export const dynamic = 'force-dynamic';

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
    const title = t('shared_meta', { name: festival.name });
    const description = `${sayDates(festival.startsOn, festival.endsOn, language)}, ${festival.place.city}`;
    return {
      title: { absolute: title },
      description,
      robots: { index: false },
      ...sharedLook(festival, { language, title, description }),
    };
  });

/** Somebody's choice of sets, read from the address alone. */
export default async function Page({ params }: Props) {
  const { choice } = await params;
  const isChosen = readChoice(choice);
  if (!isChosen) notFound();
  const { festival, language } = await pageOf(params);
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return (
    <SharedProgrammePage
      festival={festival}
      language={language}
      details={details}
      lineUp={lineUp}
      choice={choice}
      isChosen={isChosen}
    />
  );
}
