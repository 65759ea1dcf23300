import { readChoice } from '@festivals/domain/programme/visit/choice';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadDetails, loadFestival, loadLineUp } from '../../../../../festival/load-festival.ts';
import { sharedPicture } from '../../../../../festival/shared-picture.ts';
import { SharedProgrammePage } from '../../../../../programme/shared-programme-page.tsx';
import { languageOf } from '../../../../../shell/language-of.ts';

interface Props {
  params: Promise<{ locale: string; slug: string; choice: string }>;
}

/** Made for each who asks: kept, every link that somebody makes up would stay in memory. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
  const title = t('shared_meta', { name: festival.name });
  return {
    title: { absolute: title },
    robots: { index: false },
    openGraph: { title, type: 'website', images: [sharedPicture(festival)] },
  };
}

/** Somebody's choice of sets, read from the address alone. */
export default async function Page({ params }: Props) {
  const { locale, slug, choice } = await params;
  const language = languageOf(locale);
  const isChosen = readChoice(choice);
  if (!isChosen) notFound();
  const festival = await loadFestival(slug);
  if (!festival) notFound();
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
