import { maxPictureBytes } from '@festivals/domain/media/rules';
import type { LibraryPicture } from '@festivals/domain/media/contract';
import type { FestivalId } from '@festivals/domain/primitives';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureText } from '../shell/failure.tsx';
import { libraryKey } from './queries.ts';
import { uploadPicture } from './upload-picture.ts';

export interface Upload {
  key: number;
  file: File;
  /** How much has been sent, from 0 to 1; at 1 the server is at work on it. */
  share: number;
  /** Why it did not come in; null while it may. */
  failed: string | null;
}

const atOnce = 2;

/** Files on their way into the library, a few at a time. `onUploaded` is given each that arrived. */
export function useUploads(festivalId: FestivalId, onUploaded?: (picture: LibraryPicture) => void) {
  const t = useTranslations('office.media');
  const describe = useFailureText();
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextKey = useRef(0);
  const running = useRef(new Map<number, AbortController>());
  /** What was begun once is not begun again by itself, whenever this is drawn. */
  const begun = useRef(new Set<number>());
  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => {
    running.current.get(key)?.abort();
    setUploads((all) => all.filter((one) => one.key !== key));
  };

  const arrived = useEffectEvent((key: number, picture: LibraryPicture) => {
    drop(key);
    void queryClient.invalidateQueries({ queryKey: libraryKey(festivalId) });
    onUploaded?.(picture);
  });
  const refused = useEffectEvent((key: number, error: unknown) => {
    if (!(error instanceof DOMException)) change(key, { failed: describe(error).title });
  });
  const start = useEffectEvent((upload: Upload) => {
    const { key, file } = upload;
    const controller = new AbortController();
    running.current.set(key, controller);
    begun.current.add(key);
    uploadPicture({
      festivalId,
      file,
      signal: controller.signal,
      onProgress: (share) => change(key, { share }),
    })
      .finally(() => running.current.delete(key))
      .then(
        (picture) => arrived(key, picture),
        (error: unknown) => refused(key, error),
      );
  });
  useEffect(() => {
    const waiting = uploads.filter(({ key, failed }) => failed === null && !begun.current.has(key));
    for (const upload of waiting.slice(0, Math.max(0, atOnce - running.current.size))) start(upload);
  }, [uploads]);
  // Whoever leaves gives up what has not arrived.
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const controller of all.values()) controller.abort();
    };
  }, []);

  const add = (files: Iterable<File>) => {
    const added = [...files].map((file) => ({
      key: nextKey.current++,
      file,
      share: 0,
      failed: file.size > maxPictureBytes ? t('tooLarge') : null,
    }));
    setUploads((all) => [...all, ...added]);
  };
  const retry = (key: number) => {
    begun.current.delete(key);
    change(key, { share: 0, failed: null });
  };
  return { uploads, add, drop, retry };
}
