import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUpArtist } from '@festivals/domain/programme/line-up-contract';
import { localised, type Language } from '@festivals/messages';
import { emblemSeed } from '@festivals/ui';
import { PictureOf } from '../festival/picture-of.tsx';

interface Props {
  festival: Festival;
  artist: Pick<LineUpArtist, 'slug' | 'picture'>;
  language: Language;
  /** How wide it is shown, as CSS says it. */
  sizes: string;
  first?: boolean;
  className: string;
}

/** Where the drawn picture of an artist is found. */
export const emblemAddress = (festival: Festival, artistSlug: string): string =>
  `/artwork/artist/${festival.theme.palette}-${emblemSeed(artistSlug)}.svg`;

/** An artist's picture, or one that is drawn for them in the festival's colours. */
export function ArtistPicture({ festival, artist, language, sizes, first = false, className }: Props) {
  if (artist.picture) {
    const alt = localised(artist.picture.alt, language, festival.languages);
    return <PictureOf picture={artist.picture} sizes={sizes} alt={alt} first={first} className={className} />;
  }
  return (
    <img
      src={emblemAddress(festival, artist.slug)}
      alt=""
      width={400}
      height={500}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      className={className}
    />
  );
}
