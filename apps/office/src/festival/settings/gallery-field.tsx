import type { Festival } from '@festivals/domain/festival/contract';
import type { Picture } from '@festivals/domain/media/contract';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { IconButton } from '@festivals/ui/icon-button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, Images, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language.ts';
import { ChoosePicture } from '../../media/choose-picture.tsx';
import { PictureView } from '../../media/picture-view.tsx';
import { FormFailure } from '../../shell/failure.tsx';

type Props = { festival: Festival; pictures: readonly Picture[]; show: (ids: string[]) => Promise<unknown> };

/** Pictures in an order: added from the library, moved, taken out. */
export function GalleryField({ festival, pictures, show }: Props) {
  const t = useTranslations('office.media.field');
  const media = useTranslations('office.media');
  const id = useId();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const showing = useMutation({
    mutationFn: show,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  const ids = pictures.map((picture) => picture.id);
  const move = (at: number, to: number) => showing.mutate(ids.toSpliced(at, 1).toSpliced(to, 0, ids[at] ?? ''));
  return (
    <div role="group" aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <p id={id} className="text-ui font-medium text-ink">
        {t('gallery')}
      </p>
      {pictures.length === 0 ? (
        <p className="text-ui text-ink-faint">{t('galleryEmpty')}</p>
      ) : (
        <ol className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
          {pictures.map((picture, at) => {
            const words = localised(picture.alt, language, festival.languages);
            const name = words || String(at + 1);
            return (
              <li key={picture.id} className="overflow-hidden rounded-lg border border-line bg-sunken">
                <PictureView picture={picture} sizes="10rem" alt={words} className="block aspect-4/3 w-full" />
                <div className="flex justify-between px-1 py-0.5">
                  <span>
                    <IconButton
                      size="sm"
                      label={t('earlier', { name })}
                      disabled={at === 0 || showing.isPending}
                      onClick={() => move(at, at - 1)}
                    >
                      <ArrowLeft aria-hidden="true" />
                    </IconButton>
                    <IconButton
                      size="sm"
                      label={t('later', { name })}
                      disabled={at === pictures.length - 1 || showing.isPending}
                      onClick={() => move(at, at + 1)}
                    >
                      <ArrowRight aria-hidden="true" />
                    </IconButton>
                  </span>
                  <IconButton
                    size="sm"
                    label={t('out', { name })}
                    disabled={showing.isPending}
                    onClick={() => showing.mutate(ids.toSpliced(at, 1))}
                  >
                    <X aria-hidden="true" />
                  </IconButton>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      <div>
        <Button size="sm" busy={showing.isPending} onClick={() => setChoosing(true)}>
          <Images aria-hidden="true" />
          {media('choose')}
        </Button>
      </div>
      <p className="text-xs text-ink-faint">{t('galleryHint')}</p>
      <FormFailure error={showing.error} />
      {choosing && (
        <ChoosePicture
          festival={festival}
          onClose={() => setChoosing(false)}
          onChoose={(picture) => {
            setChoosing(false);
            if (!ids.includes(picture.id)) showing.mutate([...ids, picture.id]);
          }}
        />
      )}
    </div>
  );
}
