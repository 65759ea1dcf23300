import { notFound } from 'next/navigation';
import { loadDetails, loadFestival, loadLineUp } from '../../../../festival/load-festival.ts';
import { lineUpMetadata } from '../../../../programme/line-up-metadata.ts';
import { LineUpPage } from '../../../../programme/line-up-page.tsx';
import { languageOf } from '../../../../shell/language-of.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props) {
  const { locale, slug } = await params;
  return lineUpMetadata(locale, slug);
}

/** Everyone who plays, as a poster. */
export default async function Page({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return <LineUpPage festival={festival} language={language} details={details} lineUp={lineUp} view="poster" />;
}
