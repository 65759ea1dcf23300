import type { Details } from '@festivals/domain/festival/details-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Language } from '@festivals/messages';
import type { ReactNode } from 'react';
import { SiteFooter } from '../shell/site-footer.tsx';
import { SiteHeader } from '../shell/site-header.tsx';
import { CalledOff } from './called-off.tsx';
import { Dressed } from './dressed.tsx';
import { PosterBand } from './poster-band.tsx';

interface Props {
  festival: Festival;
  language: Language;
  details: Details;
  /** The page's address without its language. */
  path: string;
  title: string;
  /** What stands above the title: when, where, of what it is a part. */
  kicker?: ReactNode;
  /** What stands below the title in a sentence. */
  lead?: ReactNode;
  /** The page's own head, with its title, in the band's place. */
  head?: ReactNode;
  /** What is shown goes from edge to edge. */
  wide?: boolean;
  children: ReactNode;
}

/** A page of a festival beside its first one: a band of its poster, a title, and something to read. */
export function FestivalFrame(props: Props) {
  const { festival, language, details, path, title, kicker, lead, head, wide = false, children } = props;
  return (
    <Dressed theme={festival.theme}>
      <SiteHeader language={language} path={path} festival={festival} />
      <main id="content" className="flex-1">
        <CalledOff festival={festival} language={language} />
        {head ?? <PosterBand theme={festival.theme} title={title} kicker={kicker} lead={lead} />}
        {wide ? children : <div className="column py-10 sm:py-16">{children}</div>}
      </main>
      <SiteFooter language={language} path={path} festival={festival} details={details} />
    </Dressed>
  );
}
