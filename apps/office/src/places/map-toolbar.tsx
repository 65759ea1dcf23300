import { IconButton } from '@festivals/ui/icon-button';
import {
  Crosshair,
  Magnet,
  Maximize,
  Minus,
  MousePointer2,
  Pentagon,
  Plus,
  Redo2,
  RectangleHorizontal,
  Ruler,
  Spline,
  MapPinPlus,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Tool } from './pencil-modes.ts';

const tools: readonly (readonly [Tool, LucideIcon])[] = [
  ['choose', MousePointer2],
  ['point', MapPinPlus],
  ['line', Spline],
  ['area', Pentagon],
  ['rectangle', RectangleHorizontal],
  ['measure', Ruler],
];

const group = 'pointer-events-auto flex rounded-lg border border-line bg-surface p-0.5 shadow-raised';
const pressed = 'aria-pressed:bg-accent-soft aria-pressed:text-accent-text';

type Props = {
  tool: Tool;
  onTool: (tool: Tool) => void;
  snap: boolean;
  onSnap: (on: boolean) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
};

/** What is in the hand: to choose, to draw, to measure; and back again. */
export function MapTools({ tool, onTool, snap, onSnap, undo, redo }: Props) {
  const t = useTranslations('office.map');
  return (
    <div className="pointer-events-none absolute top-2 left-2 flex max-w-[calc(100%-3.5rem)] flex-wrap gap-2">
      <div role="group" aria-label={t('tools')} className={group}>
        {tools.map(([name, Icon]) => (
          <IconButton
            key={name}
            label={t(`tool.${name}`)}
            aria-pressed={tool === name}
            onClick={() => onTool(name)}
            className={pressed}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        ))}
        <IconButton label={t('snap')} aria-pressed={snap} onClick={() => onSnap(!snap)} className={pressed}>
          <Magnet aria-hidden="true" />
        </IconButton>
      </div>
      <div role="group" aria-label={t('steps')} className={group}>
        <IconButton label={t('undo')} disabled={undo === null} onClick={() => undo?.()}>
          <Undo2 aria-hidden="true" />
        </IconButton>
        <IconButton label={t('redo')} disabled={redo === null} onClick={() => redo?.()}>
          <Redo2 aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}

/** Nearer, farther, everything, the chosen. */
export function MapView({
  onZoom,
  onAll,
  onChosen,
}: {
  onZoom: (by: 1 | -1) => void;
  onAll: () => void;
  onChosen: (() => void) | null;
}) {
  const t = useTranslations('office.map');
  return (
    <div role="group" aria-label={t('view')} className={`${group} absolute top-2 right-2 flex-col`}>
      <IconButton label={t('zoomIn')} onClick={() => onZoom(1)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('zoomOut')} onClick={() => onZoom(-1)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('all')} onClick={onAll}>
        <Maximize aria-hidden="true" />
      </IconButton>
      {onChosen && (
        <IconButton label={t('toChosen')} onClick={onChosen}>
          <Crosshair aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
