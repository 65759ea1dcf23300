import type { Screen } from '@festivals/domain/live';
import { Tooltip } from '@festivals/ui/tooltip';
import { useTranslations } from 'use-intl';
import { useMe } from '../identity/me.ts';
import { initialsOf } from './initials-of.ts';
import { useOthersOn } from './present.ts';

const mostShown = 3;

/** Who else is on this screen. */
export function PresentPeople({ screen }: { screen: Screen | null }) {
  const t = useTranslations('office.live');
  const others = useOthersOn(screen, useMe().id);
  if (others.length === 0) return null;
  const shown = others.slice(0, others.length > mostShown ? mostShown - 1 : mostShown);
  const rest = others.slice(shown.length);
  const circle =
    'grid size-7 place-items-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-text ring-2 ring-canvas';
  return (
    <ul aria-label={t('alsoHere')} className="flex shrink-0 items-center -space-x-1.5 max-sm:hidden">
      {shown.map(({ personId, name }) => (
        <li key={personId} className="animate-appear">
          <Tooltip text={t('isHere', { name })} side="bottom">
            <button type="button" className={`${circle} cursor-default`}>
              <span aria-hidden="true">{initialsOf(name)}</span>
              <span className="sr-only">{name}</span>
            </button>
          </Tooltip>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Tooltip text={rest.map(({ name }) => name).join(', ')} side="bottom">
            <button type="button" className={`${circle} tabular cursor-default bg-sunken text-ink-soft`}>
              <span aria-hidden="true">+{rest.length}</span>
              <span className="sr-only">{t('more', { count: rest.length })}</span>
            </button>
          </Tooltip>
        </li>
      )}
    </ul>
  );
}
