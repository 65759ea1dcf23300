import { IconButton } from '@festivals/ui/icon-button';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';

export type Direction = 'north' | 'south' | 'west' | 'east';

const arrows = [
  ['west', ArrowLeft],
  ['north', ArrowUp],
  ['south', ArrowDown],
  ['east', ArrowRight],
] as const;
const keys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'north',
  ArrowDown: 'south',
  ArrowLeft: 'west',
  ArrowRight: 'east',
};
export const directionOf = (key: string): Direction | undefined => keys[key];

/** Metres of one press; ten with Shift. */
export const strideOf = ({ shiftKey }: { shiftKey: boolean }): number => (shiftKey ? 10 : 1);

/** Moves what is chosen by a metre at a time: buttons, and the arrow keys while one of them has the focus. */
export function NudgePad({ onNudge }: { onNudge: (direction: Direction, metres: number) => void }) {
  const t = useTranslations('office.map');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ui font-medium text-ink">{t('move')}</legend>
      <div
        role="presentation"
        className="flex flex-wrap items-center gap-1"
        onKeyDown={(event) => {
          const direction = directionOf(event.key);
          if (direction === undefined) return;
          event.preventDefault();
          onNudge(direction, strideOf(event));
        }}
      >
        {arrows.map(([direction, Icon]) => (
          <IconButton
            key={direction}
            tone="plain"
            label={t(`nudge.${direction}`)}
            onClick={(event) => onNudge(direction, strideOf(event))}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        ))}
      </div>
      <p className="mt-1 text-xs text-ink-faint">{t('moveHint')}</p>
    </fieldset>
  );
}
