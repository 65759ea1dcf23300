import type { LibraryPicture } from '@festivals/domain/media/contract';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { PictureView } from './picture-view.tsx';

type Point = { x: number; y: number };
type Props = { picture: LibraryPicture; alt: string; value: Point; onChange: (point: Point) => void };

const step = 0.05;
const within = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 100) / 100;

/** What must stay in sight when a picture is cut: pointed at, or moved with the arrows. */
export function FocusInput({ picture, alt, value, onChange }: Props) {
  const t = useTranslations('office.media');
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, Point> = {
      ArrowLeft: { x: -step, y: 0 },
      ArrowRight: { x: step, y: 0 },
      ArrowUp: { x: 0, y: -step },
      ArrowDown: { x: 0, y: step },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    onChange({ x: within(value.x + move.x), y: within(value.y + move.y) });
  };
  const words = t('focusAt', { x: value.x, y: value.y });
  return (
    <div className="space-y-1.5">
      <div className="grid place-items-center rounded-lg bg-sunken p-2">
        <div className="relative">
          <PictureView
            picture={picture}
            sizes="40rem"
            alt={alt}
            fit="contain"
            className="block h-auto max-h-72 w-auto max-w-full rounded-md"
          />
          <button
            type="button"
            aria-label={`${t('focus')}: ${words}`}
            onPointerDown={point}
            onPointerMove={(event) => event.buttons === 1 && point(event)}
            onKeyDown={onKeyDown}
            className="absolute inset-0 cursor-crosshair touch-none rounded-md focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
          >
            <span
              aria-hidden="true"
              style={{ left: `${value.x * 100}%`, top: `${value.y * 100}%` }}
              className="absolute size-6 -translate-1/2 rounded-full border-2 border-white bg-white/25 shadow-[0_0_0_1.5px_rgb(0_0_0/0.55)]"
            />
          </button>
        </div>
      </div>
      <p className="text-xs text-ink-faint" aria-live="polite">
        {t('focusHint')} {words}
      </p>
    </div>
  );
}
