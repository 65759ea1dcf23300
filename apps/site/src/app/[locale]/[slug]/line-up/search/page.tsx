import { filterOf } from '@festivals/domain/programme/visit/filter-line-up';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadDetails, loadFestival, loadLineUp } from '../../../../../festival/load-festival.ts';
import { lineUpMetadata } from '../../../../../programme/line-up-metadata.ts';
import { LineUpPage } from '../../../../../programme/line-up-page.tsx';
import { languageOf } from '../../../../../shell/language-of.ts';

export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return { ...(await lineUpMetadata(locale, slug)), robots: { index: false } };
}

/** Whom somebody without script looks for: made anew for each question, while every other view is a page that is kept. */
export default async function Page({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const query = await searchParams;
  const asked = filterOf((name) => [query[name]].flat()[0]);
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return (
    <LineUpPage festival={festival} language={language} details={details} lineUp={lineUp} view="list" asked={asked} />
  );
}
