import { sells } from '@festivals/domain/festival/rules';
import { localised } from '@festivals/messages';
import { themeStyle } from '@festivals/ui';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { About } from '../../../festival/about.tsx';
import { Encore } from '../../../festival/encore.tsx';
import { Gallery } from '../../../festival/gallery.tsx';
import { Hero } from '../../../festival/hero.tsx';
import { LineUp } from '../../../festival/line-up.tsx';
import { loadContents, loadFestival } from '../../../festival/load-festival.ts';
import { Offers } from '../../../festival/offers.tsx';
import { OnTheGround } from '../../../festival/on-the-ground.tsx';
import { playingArtists } from '../../../festival/playing-artists.ts';
import { Practical } from '../../../festival/practical.tsx';
import { sharedPicture } from '../../../festival/shared-picture.ts';
import { sayDates } from '../../../festival/say-dates.ts';
import { StructuredData } from '../../../festival/structured-data.tsx';
import { alternates } from '../../../shell/alternates.ts';
import { languageOf } from '../../../shell/language-of.ts';
import { paths } from '../../../shell/paths.ts';
import { SiteFooter } from '../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../shell/site-header.tsx';

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
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const dates = sayDates(festival.startsOn, festival.endsOn, language);
  const title = t('meta_title', { name: festival.name, dates, city: festival.place.city });
  const description = localised(festival.tagline, language, festival.languages);
  return {
    title: { absolute: title },
    description,
    alternates: alternates(language, paths.festival(slug)),
    openGraph: { title, description, type: 'website', images: [sharedPicture(festival)] },
  };
}

/** A festival's own page: a poster that one can walk into. */
export default async function FestivalPage({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const { offers, programme, places, stands } = await loadContents(festival);
  const seen = { festival, language };
  return (
    <div style={themeStyle(festival.theme)} className="flex flex-1 flex-col">
      <StructuredData {...seen} offers={offers} artists={playingArtists(programme)} />
      <SiteHeader language={language} path={paths.festival(slug)} festival={festival} overArtwork />
      <main id="content" className="flex-1">
        <Hero {...seen} offers={offers} />
        <LineUp {...seen} programme={programme} />
        <About {...seen} />
        <Gallery {...seen} />
        <Offers {...seen} offers={offers} />
        <OnTheGround {...seen} places={places} stands={stands} />
        <Practical {...seen} />
        <Encore {...seen} open={offers.length > 0 && sells(festival.status)} />
      </main>
      <SiteFooter language={language} path={paths.festival(slug)} />
    </div>
  );
}
