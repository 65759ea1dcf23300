import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadArtist, loadDetails, loadFestival, loadLineUp } from '../../../../../festival/load-festival.ts';
import { sharedLook } from '../../../../../festival/shared-picture.ts';
import { ArtistPage } from '../../../../../programme/artist-page.tsx';
import { said } from '../../../../../programme/said.ts';
import { alternates } from '../../../../../shell/alternates.ts';
import { languageOf } from '../../../../../shell/language-of.ts';
import { paths } from '../../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string; artistSlug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, artistSlug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  const artist = festival && (await loadArtist(festival, artistSlug));
  if (!festival || !artist) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.artist' });
  const title = t('meta_title', { artist: artist.name, name: festival.name });
  const bio = said(artist.bio, language, festival.languages)?.text.replaceAll(/\s+/g, ' ');
  const description =
    bio && bio.length > 20 ? beginning(bio) : t('meta_description', { artist: artist.name, name: festival.name });
  return {
    title: { absolute: title },
    description,
    alternates: alternates(language, paths.artist(slug, artistSlug)),
    ...sharedLook(festival, { language, title, description, artist: artistSlug }),
  };
}

/** As much of a text as a search engine shows, to the end of a word. */
const beginning = (text: string): string =>
  text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')}…`;

/** An artist's own page. */
export default async function Page({ params }: Props) {
  const { locale, slug, artistSlug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  const artist = festival && (await loadArtist(festival, artistSlug));
  if (!festival || !artist) notFound();
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  return <ArtistPage festival={festival} language={language} details={details} artist={artist} lineUp={lineUp} />;
}
