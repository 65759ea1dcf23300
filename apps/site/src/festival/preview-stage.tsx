'use client';

import type { Theme } from '@festivals/domain/festival/contract';
import { PreviewLook, previewReady } from '@festivals/domain/festival/preview-contract';
import { drawArtwork, themeLook } from '@festivals/ui';
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { artworkAddress } from './artwork-address.ts';

/** The page in the office's frame: it takes on the look that the office tells it, and leads nowhere. */
export function PreviewStage({
  office,
  theme: begun,
  children,
}: {
  office: string;
  theme: Theme;
  children: ReactNode;
}) {
  const [theme, setTheme] = useState(begun);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== office || source !== window.parent) return;
      const look = PreviewLook.safeParse(data);
      if (look.success) setTheme(look.data.theme);
    };
    addEventListener('message', hear);
    window.parent.postMessage(previewReady, office);
    return () => removeEventListener('message', hear);
  }, [office]);
  useEffect(() => {
    const picture = drawArtwork(theme);
    // Our own drawing, made of a number and a palette's name.
    for (const place of stage.current?.querySelectorAll('[data-artwork]') ?? []) place.innerHTML = picture;
    for (const place of stage.current?.querySelectorAll<HTMLImageElement>('img[src^="/artwork/"]') ?? [])
      place.src = artworkAddress(theme);
  }, [theme]);
  const stay = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a[href]:not([href^="#"])')) event.preventDefault();
  };
  return (
    <div
      ref={stage}
      {...themeLook(theme)}
      className="flex flex-1 flex-col font-sans"
      onClickCapture={stay}
      onSubmitCapture={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
