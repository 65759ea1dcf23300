import type { Festival } from '@festivals/domain/festival/contract';
import type { LibraryPicture } from '@festivals/domain/media/contract';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { PictureView } from './picture-view.tsx';

type Props = {
  festival: Festival;
  pictures: readonly LibraryPicture[];
  /** What pressing one does, said before its name. */
  deed: (name: string) => string;
  onPick: (picture: LibraryPicture) => void;
};

/** The library's pictures, each a button. */
export function PictureGrid({ festival, pictures, deed, onPick }: Props) {
  const t = useTranslations('office.media');
  const language = useLanguage();
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,45%),1fr))] gap-3 p-3 sm:p-4">
      {pictures.map((picture) => {
        const words = localised(picture.alt, language, festival.languages);
        return (
          <li key={picture.id} className="min-w-0">
            <button
              type="button"
              onClick={() => onPick(picture)}
              className="group block w-full cursor-pointer rounded-lg text-left focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
            >
              <span className="sr-only">{deed(picture.name)}</span>
              <span className="relative block aspect-4/3 overflow-hidden rounded-lg border border-line bg-sunken">
                <PictureView
                  picture={picture}
                  sizes="12rem"
                  alt={words}
                  fit={picture.placeholder === null ? 'contain' : 'cover'}
                  className="size-full transition-transform duration-300 group-hover:scale-[1.03] motion-reduce:transition-none"
                />
                {picture.processing && (
                  <Badge className="absolute right-1.5 bottom-1.5 bg-raised shadow-raised">{t('processing')}</Badge>
                )}
              </span>
              <span aria-hidden="true" className="mt-1.5 block truncate text-xs font-medium text-ink">
                {picture.name}
              </span>
              <span className="block truncate text-xs text-ink-faint">
                {picture.uses.length > 0
                  ? picture.uses
                      .map(({ kind }) => t(`use.${kind}`))
                      .slice(0, 2)
                      .join(', ')
                  : t('unused')}
                {words === '' && ` · ${t('altMissing')}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
