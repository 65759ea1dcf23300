import type { Festival } from '@festivals/domain/festival/contract';
import type { Picture } from '@festivals/domain/media/contract';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { classNames } from '@festivals/ui/class-names';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ImagePlus, Images, PenLine, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { ChoosePicture } from './choose-picture.tsx';
import { FileButton } from './file-button.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { PictureDrop } from './picture-drop.tsx';
import { PictureView } from './picture-view.tsx';
import { libraryKey } from './queries.ts';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';

type Props = {
  festival: Festival;
  label: string;
  hint?: string;
  picture: Picture | null;
  /** Says that another picture, or none, is to be shown; it is shown at once. */
  show: (pictureId: string | null) => Promise<unknown>;
  shape?: 'wide' | 'square';
};

/** A picture of something: dropped, pasted, chosen from the library, described, replaced, taken off. Each is saved at once. */
export function PictureField({ festival, label, hint, picture, show, shape = 'wide' }: Props) {
  const t = useTranslations('office.media');
  const id = useId();
  const say = useToast();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'choose' | 'describe' | null>(null);
  const showing = useMutation({
    mutationFn: show,
    onSuccess: (_, now) => say({ title: t(now === null ? 'takenOff' : 'shown') }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  const { uploads, add, drop, retry } = useUploads(festival.id, ({ id: uploaded }) => showing.mutate(uploaded));
  const take = (files: Iterable<File>) => add([...files].slice(0, 1));
  return (
    <div
      role="group"
      aria-labelledby={id}
      onPaste={({ clipboardData }) => {
        if (clipboardData.files.length > 0) take(clipboardData.files);
      }}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <p id={id} className="text-ui font-medium text-ink">
        {label}
      </p>
      <PictureDrop
        onFiles={take}
        invitation={t('drop')}
        className={classNames(
          'overflow-hidden rounded-xl border bg-sunken',
          picture ? 'border-line' : 'border-dashed border-edge',
        )}
      >
        {picture ? (
          <PictureView
            picture={picture}
            sizes="26rem"
            alt={localised(picture.alt, language, festival.languages)}
            fit={picture.placeholder === null ? 'contain' : 'cover'}
            className={classNames('block w-full', shape === 'wide' ? 'aspect-video' : 'mx-auto aspect-square max-w-52')}
          />
        ) : (
          uploads.length === 0 && (
            <div className="flex flex-col items-center gap-2 px-4 py-6 text-center">
              <ImagePlus aria-hidden="true" className="size-5 text-ink-faint" />
              <p className="text-ui text-ink-soft">{t('dropOr')}</p>
              <p className="text-xs text-ink-faint">{t('kinds')}</p>
            </div>
          )
        )}
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onRetry={() => retry(upload.key)}
            onDrop={() => drop(upload.key)}
          />
        ))}
      </PictureDrop>
      <div className="flex flex-wrap gap-1.5">
        <FileButton size="sm" onFiles={take} busy={showing.isPending}>
          <ImagePlus aria-hidden="true" />
          {t(picture ? 'replace' : 'uploadOne')}
        </FileButton>
        <Button size="sm" onClick={() => setOpen('choose')}>
          <Images aria-hidden="true" />
          {t('choose')}
        </Button>
        {picture && (
          <>
            <Button size="sm" onClick={() => setOpen('describe')}>
              <PenLine aria-hidden="true" />
              {t('describe')}
            </Button>
            <Button size="sm" tone="quiet" onClick={() => showing.mutate(null)}>
              <X aria-hidden="true" />
              {t('takeOff')}
            </Button>
          </>
        )}
      </div>
      {hint && <p className="text-xs text-ink-faint">{hint}</p>}
      <FormFailure error={showing.error} />
      {open === 'choose' && (
        <ChoosePicture
          festival={festival}
          onClose={() => setOpen(null)}
          onChoose={(chosen) => {
            setOpen(null);
            showing.mutate(chosen.id);
          }}
        />
      )}
      {open === 'describe' && picture && (
        <Described festival={festival} pictureId={picture.id} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

/** What shows a picture knows only how to show it: the library knows the rest. */
function Described({ festival, pictureId, onClose }: { festival: Festival; pictureId: string; onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: [...libraryKey(festival.id), 'picture', pictureId],
    queryFn: ({ signal }) => api.media.getPicture({ params: { festivalId: festival.id, pictureId } }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <FormFailure error={error} />;
  return data ? <PictureDialog festival={festival} picture={data} onClose={onClose} /> : null;
}
