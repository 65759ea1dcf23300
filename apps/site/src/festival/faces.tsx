import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { localised } from '@festivals/messages';
import { PictureOf } from './picture-of.tsx';
import type { Seen } from './seen.ts';

type Props = Seen & { artists: LineUp['artists'] };

/** Those of the artists who have a picture, the best known first. */
export function Faces({ festival, language, artists }: Props) {
  const pictured = artists
    .flatMap((artist) => (artist.picture ? [{ artist, picture: artist.picture }] : []))
    .slice(0, 12);
  if (pictured.length === 0) return null;
  return (
    <ul className="mt-14 flex flex-wrap justify-center gap-4 sm:gap-5">
      {pictured.map(({ artist, picture }) => (
        <li key={artist.id} className="w-[calc(50%-0.5rem)] max-w-56 sm:w-52">
          <figure className="relative overflow-hidden rounded-2xl sm:rounded-3xl">
            <PictureOf
              picture={picture}
              sizes="(min-width: 40rem) 13rem, 50vw"
              alt={localised(picture.alt, language, festival.languages)}
              className="aspect-4/5 size-full object-cover"
            />
            <figcaption className="absolute inset-x-0 bottom-0 bg-linear-to-t from-black/85 to-transparent px-3 pt-10 pb-3 text-start text-white">
              <span className="block font-display text-lg/tight font-bold wrap-break-word">{artist.name}</span>
              {picture.credit && <span className="block text-xs text-white/85">© {picture.credit}</span>}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
