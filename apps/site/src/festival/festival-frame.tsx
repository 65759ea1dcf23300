import type { Details } from '@festivals/domain/festival/details-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Language } from '@festivals/messages';
import { themeStyle } from '@festivals/ui';
import type { ReactNode } from 'react';
import { SiteFooter } from '../shell/site-footer.tsx';
import { SiteHeader } from '../shell/site-header.tsx';
import { artworkAddress } from './artwork-address.ts';

interface Props {
  festival: Festival;
  language: Language;
  details: Details;
  /** The page's address without its language. */
  path: string;
  title: string;
  /** The page's own head, with its title, in the band's place. */
  head?: ReactNode;
  /** What is shown goes from edge to edge. */
  wide?: boolean;
  children: ReactNode;
}

/** A page of a festival beside its first one: a band of its poster, a title, and something to read. */
export function FestivalFrame({ festival, language, details, path, title, head, wide = false, children }: Props) {
  return (
    <div style={themeStyle(festival.theme)} className="flex flex-1 flex-col font-sans">
      <SiteHeader language={language} path={path} festival={festival} />
      <main id="content" className="flex-1">
        {head ?? (
          <div className="relative isolate overflow-hidden bg-black text-white">
            <img
              src={artworkAddress(festival.theme)}
              alt=""
              className="absolute inset-0 -z-10 size-full object-cover object-[50%_70%]"
            />
            <div className="absolute inset-0 -z-10 bg-linear-to-r from-black/80 via-black/60 to-black/30" />
            <div className="column py-10 sm:py-14">
              <h1 className="headline text-4xl sm:text-6xl">{title}</h1>
            </div>
          </div>
        )}
        {wide ? children : <div className="column py-10 sm:py-16">{children}</div>}
      </main>
      <SiteFooter language={language} path={path} festival={festival} details={details} />
    </div>
  );
}
