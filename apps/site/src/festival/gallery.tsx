import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { PictureOf } from './picture-of.tsx';
import type { Seen } from './seen.ts';

/** What the festival looks like. */
export async function Gallery({ festival, language }: Seen) {
  const { gallery } = festival.pictures;
  if (gallery.length === 0) return null;
  const t = await getTranslations({ locale: language, namespace: 'site.pictures' });
  return (
    <section aria-label={t('gallery')} className="column later pb-20 sm:pb-28">
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3">
        {gallery.map((picture) => (
          <li key={picture.id} className="first:col-span-2 first:row-span-2">
            <figure className="relative h-full overflow-hidden rounded-2xl sm:rounded-3xl">
              <PictureOf
                picture={picture}
                sizes="(min-width: 64rem) 40rem, 100vw"
                alt={localised(picture.alt, language, festival.languages)}
                className="aspect-4/3 size-full object-cover"
              />
              {picture.credit && (
                <figcaption className="absolute end-2 bottom-2 rounded-button bg-black/65 px-2.5 py-0.5 text-xs text-white">
                  {t('credit', { name: picture.credit })}
                </figcaption>
              )}
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}
