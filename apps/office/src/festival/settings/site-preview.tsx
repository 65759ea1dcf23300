import { previewReady } from '@festivals/domain/festival/preview-contract';
import type { Festival, Theme } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Skeleton } from '@festivals/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../../api.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useThemeForm } from './use-theme-form.ts';

/** How wide the page thinks its window is; the frame shows it smaller. */
const widths = { desk: 1280, phone: 390 } as const;
const Ready = z.object({ kind: z.literal(previewReady.kind) });
const patienceMs = 15_000;

/** The festival's own page in a frame, taking on each look as it is chosen. */
export function SitePreview({ festival }: { festival: Festival }) {
  const t = useTranslations('office.theme');
  const language = useLanguage();
  const { theme } = useThemeForm();
  const [on, setOn] = useState<keyof typeof widths>('desk');
  const preview = useQuery({
    queryKey: ['festival', festival.id, 'preview', language],
    queryFn: ({ signal }) =>
      api.festival.getPreview({ params: { festivalId: festival.id }, query: { language } }, { signal }),
    // The address lives for half an hour.
    staleTime: 25 * 60_000,
    gcTime: 25 * 60_000,
  });
  return (
    <section aria-labelledby="preview-title" className="space-y-2.5">
      <div className="flex items-center justify-between gap-3">
        <h2 id="preview-title" className="text-ui font-medium text-ink">
          {t('preview')}
        </h2>
        <span role="group" aria-label={t('previewOn')} className="flex gap-1">
          {(
            [
              ['desk', Monitor],
              ['phone', Smartphone],
            ] as const
          ).map(([name, Icon]) => (
            <Button
              key={name}
              size="sm"
              tone="quiet"
              aria-pressed={on === name}
              onClick={() => setOn(name)}
              className="aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
            >
              <Icon aria-hidden="true" />
              {t(`previewOf.${name}`)}
            </Button>
          ))}
        </span>
      </div>
      {preview.isPending && <Skeleton className="h-80 rounded-lg" />}
      {preview.isError && <Away onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && (
        <Frame key={preview.data.url} url={preview.data.url} theme={theme} width={widths[on]} />
      )}
    </section>
  );
}

function Away({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('office.theme');
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-line bg-sunken px-6 py-10 text-center">
      <p className="text-ui text-pretty text-ink-soft">{t('previewAway')}</p>
      <Button size="sm" onClick={onRetry}>
        {t('previewRetry')}
      </Button>
    </div>
  );
}

function Frame({ url, theme, width }: { url: string; theme: Theme; width: number }) {
  const t = useTranslations('office.theme');
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [room, setRoom] = useState(0);
  const [state, setState] = useState<'waiting' | 'ready' | 'away'>('waiting');
  const [attempt, setAttempt] = useState(0);
  const { origin } = new URL(url);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setState((now) => (now === 'waiting' ? 'away' : now)), patienceMs);
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      if (Ready.safeParse(event.data).success) setState('ready');
    };
    addEventListener('message', hear);
    return () => {
      clearTimeout(timer);
      removeEventListener('message', hear);
    };
  }, [origin, attempt]);
  useEffect(() => {
    if (state === 'ready') frame.current?.contentWindow?.postMessage({ kind: 'festivals.look', theme }, origin);
  }, [state, theme, origin]);

  const scale = room === 0 ? 0 : Math.min(1, room / width);
  const height = 460;
  return (
    <div ref={box} className="relative overflow-hidden rounded-lg border border-line bg-sunken" style={{ height }}>
      {state === 'away' ? (
        <Away
          onRetry={() => {
            setState('waiting');
            setAttempt(attempt + 1);
          }}
        />
      ) : (
        <iframe
          key={attempt}
          ref={frame}
          src={url}
          title={t('preview')}
          // The page is of another origin: "same" is its own, and not the office's.
          // oxlint-disable-next-line react/iframe-missing-sandbox
          sandbox="allow-scripts allow-same-origin"
          referrerPolicy="no-referrer"
          className="absolute top-0 left-1/2 origin-top border-0"
          style={{
            width,
            height: scale === 0 ? height : height / scale,
            transform: `translateX(-50%) scale(${scale})`,
          }}
        />
      )}
      {state === 'waiting' && <Skeleton className="absolute inset-0" />}
    </div>
  );
}
