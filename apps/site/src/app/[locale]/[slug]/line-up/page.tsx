import { loadDetails, loadLineUp } from '../../../../festival/load-festival.ts';
import { pageOf } from '../../../../festival/page-of.ts';
import { lineUpMetadata } from '../../../../programme/line-up-metadata.ts';
import { LineUpPage } from '../../../../programme/line-up-page.tsx';

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
  const { festival, language } = await pageOf(params);
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return <LineUpPage festival={festival} language={language} details={details} lineUp={lineUp} view="poster" />;
}
