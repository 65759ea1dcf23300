import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadDetails, loadFestival, loadLineUp } from '../../../../festival/load-festival.ts';
import { MyProgrammePage } from '../../../../programme/my-programme-page.tsx';
import { alternates } from '../../../../shell/alternates.ts';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
  return {
    title: { absolute: t('meta_title', { name: festival.name }) },
    alternates: alternates(language, paths.myProgramme(slug)),
    robots: { index: false },
  };
}

/** What somebody chose, by time. */
export default async function Page({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return <MyProgrammePage festival={festival} language={language} details={details} lineUp={lineUp} />;
}
