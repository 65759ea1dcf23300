import type { Theme } from '@festivals/domain/festival/contract';
import type { ReactNode } from 'react';
import { artworkAddress } from './artwork-address.ts';

interface Props {
  theme: Theme;
  title: ReactNode;
  kicker?: ReactNode;
  lead?: ReactNode;
}

/** A strip torn from the poster, with a page's title on it. The sky's colour lies under the letters, so that they are read on any picture. */
export function PosterBand({ theme, title, kicker, lead }: Props) {
  return (
    <div className="band relative isolate overflow-hidden bg-(--poster-sky) text-(--poster-ink)">
      <img
        src={artworkAddress(theme)}
        alt=""
        fetchPriority="high"
        decoding="async"
        className="unprinted absolute inset-y-0 end-0 -z-10 size-full object-cover object-[50%_78%] sm:w-3/4"
      />
      <div className="unprinted absolute inset-0 -z-10 bg-linear-to-t from-(--poster-sky) via-(--poster-sky)/85 to-(--poster-sky)/45 sm:bg-linear-to-r sm:from-(--poster-sky) sm:from-30% sm:via-(--poster-sky)/80 sm:via-55% sm:to-transparent rtl:sm:bg-linear-to-l" />
      <div className="column pt-20 pb-8 sm:pt-24 sm:pb-12">
        {kicker && <p className="mb-3 font-semibold sm:text-lg">{kicker}</p>}
        <h1 className="poster max-w-3xl text-[clamp(2.75rem,7vw,5.5rem)] wrap-break-word">{title}</h1>
        {lead && <p className="mt-4 max-w-xl text-lg font-medium text-pretty">{lead}</p>}
      </div>
    </div>
  );
}
