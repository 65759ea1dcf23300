import type { Details } from '@festivals/domain/festival/details-contract';
import type { News } from '@festivals/domain/festival/news-contract';
import { sells } from '@festivals/domain/festival/rules';
import { InstallInvitation } from '../install/install-invitation.tsx';
import { paths } from '../shell/paths.ts';
import { SiteFooter } from '../shell/site-footer.tsx';
import { SiteHeader } from '../shell/site-header.tsx';
import { About } from './about.tsx';
import { Encore } from './encore.tsx';
import { Gallery } from './gallery.tsx';
import { Hero } from './hero.tsx';
import { isPast } from './is-past.ts';
import { LatestNews } from './latest-news.tsx';
import { LineUp } from './line-up.tsx';
import type { FestivalContents } from './load-festival.ts';
import { Offers } from './offers.tsx';
import { OnTheGround } from './on-the-ground.tsx';
import { Practical } from './practical.tsx';
import { Reasons } from './reasons.tsx';
import type { Seen } from './seen.ts';
import { wayIn } from './way-in.ts';

type Props = Seen & { contents: FestivalContents; details: Details; news: readonly News[] };

/** All of a festival's first page, from its header to its foot. */
export function FestivalHome({ festival, language, contents, details, news }: Props) {
  const { offers, programme, places, stands } = contents;
  const seen = { festival, language };
  const path = paths.festival(festival.slug);
  const past = isPast(festival);
  // Nobody waits any more for names that never came.
  const hasLineUp = !past || programme.artists.length > 0;
  const way = sells(festival.status) && !past ? wayIn(offers) : null;
  return (
    <>
      <SiteHeader language={language} path={path} festival={festival} overArtwork />
      <main id="content" className="flex-1">
        <Hero {...seen} way={way} hasLineUp={hasLineUp} />
        {hasLineUp && <LineUp {...seen} programme={programme} />}
        <About {...seen} />
        <Reasons {...seen} reasons={details.reasons.content} />
        <LatestNews {...seen} news={news} />
        <Gallery {...seen} />
        {!past && <Offers {...seen} offers={offers} open={way?.kind === 'buy'} />}
        <OnTheGround {...seen} places={places} stands={stands} />
        <Practical {...seen} />
        {!past && <InstallInvitation {...seen} />}
        <Encore {...seen} open={way?.kind === 'buy'} />
      </main>
      <SiteFooter language={language} path={path} festival={festival} details={details} />
    </>
  );
}
