import { belongsTo, type LinkKind } from '@festivals/domain/programme/link-kind';
import type { PublicArtist } from '@festivals/domain/programme/line-up-contract';
import { ExternalLink } from 'lucide-react';

/** The sites' own names, which no language changes. */
const names: Readonly<Record<Exclude<LinkKind, 'SITE'>, string>> = {
  SPOTIFY: 'Spotify',
  APPLE_MUSIC: 'Apple Music',
  SOUNDCLOUD: 'SoundCloud',
  BANDCAMP: 'Bandcamp',
  YOUTUBE: 'YouTube',
  INSTAGRAM: 'Instagram',
  FACEBOOK: 'Facebook',
  TIKTOK: 'TikTok',
  X: 'X',
};

/** Where else an artist is found. Only addresses that lead where they say, and nobody there learns who came from here. */
export function ArtistLinks({ links, website }: { links: PublicArtist['links']; website: string }) {
  return (
    <ul className="mt-4 flex flex-wrap gap-2">
      {links.filter(belongsTo).map(({ kind, url }) => (
        <li key={url}>
          <a
            href={url}
            rel="noopener noreferrer nofollow external"
            className="inline-flex h-12 items-center gap-2 rounded-button border border-edge px-5 font-semibold hover:bg-hover"
          >
            {kind === 'SITE' ? website : names[kind]}
            <ExternalLink aria-hidden="true" className="size-4" />
          </a>
        </li>
      ))}
    </ul>
  );
}
