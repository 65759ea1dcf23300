import type { Festival } from '@festivals/domain/festival/contract';
import type { LibraryPicture } from '@festivals/domain/media/contract';
import { localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { LocalisedInput } from '../form/localised-input.tsx';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { FocusInput } from './focus-input.tsx';
import { UseList } from './use-list.tsx';
import { useRemovePicture } from './use-remove-picture.ts';

type Texts = Partial<Record<Language, string | undefined>>;
type Props = { festival: Festival; picture: LibraryPicture; onClose: () => void };

/** The texts that say something. */
const written = (texts: Texts) =>
  Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (text?.trim() ? [[language, text]] : [])));

/** What is said of a picture, and what must stay in sight of it. */
export function PictureDialog({ festival, picture, onClose }: Props) {
  const t = useTranslations('office.media');
  const shell = useTranslations('office.shell');
  const say = useToast();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [alt, setAlt] = useState<Texts>(picture.alt);
  const [credit, setCredit] = useState(picture.credit);
  const [focus, setFocus] = useState(picture.focus);
  const save = useMutation({
    mutationFn: () =>
      api.media.updatePicture({
        params: { festivalId: festival.id, pictureId: picture.id },
        body: { version: picture.version, changes: { alt: written(alt), credit, focus } },
      }),
    onSuccess: () => {
      say({ title: t('saved') });
      onClose();
    },
    // Whatever shows it was read with what it said before.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] }),
  });
  const remove = useRemovePicture(festival.id, onClose);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        title={<span className="break-all">{picture.name}</span>}
        closeLabel={shell('close')}
        footer={
          <>
            {picture.uses.length === 0 && (
              <Button tone="quiet" className="mr-auto" busy={remove.isPending} onClick={() => remove.mutate(picture)}>
                <Trash2 aria-hidden="true" />
                {t('remove')}
              </Button>
            )}
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button tone="accent" busy={save.isPending} onClick={() => save.mutate()}>
              {t('save')}
            </Button>
          </>
        }
      >
        <div className="space-y-5">
          <FocusInput
            picture={picture}
            alt={localised(picture.alt, language, festival.languages)}
            value={focus}
            onChange={setFocus}
          />
          <LocalisedInput
            label={t('alt')}
            hint={t('altHint')}
            languages={festival.languages}
            value={alt}
            onChange={setAlt}
            lines={2}
            maxLength={300}
          />
          <Field label={t('credit')} hint={t('creditHint')}>
            <Input value={credit} maxLength={120} onChange={({ target }) => setCredit(target.value)} />
          </Field>
          <UseList uses={picture.uses} festival={festival} />
          <FormFailure error={save.error ?? remove.error} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
