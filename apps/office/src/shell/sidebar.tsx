import { classNames } from '@festivals/ui/class-names';
import { Link } from '@tanstack/react-router';
import { Tent } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCurrentFestival } from './current-festival.ts';
import { FestivalSwitcher } from './festival-switcher.tsx';
import { sections } from './sections.ts';

const item = classNames(
  'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-ui font-medium text-ink-soft transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-11',
  'aria-[current=page]:bg-hover aria-[current=page]:text-ink [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint aria-[current=page]:[&_svg]:text-accent-text',
);

/** Where one can go. */
export function Sidebar() {
  const t = useTranslations('office.nav');
  const festival = useCurrentFestival();
  return (
    <nav aria-label={t('label')} className="flex h-full flex-col gap-3 overflow-y-auto p-3">
      <FestivalSwitcher />
      {festival === null ? (
        <ul className="space-y-0.5">
          <li>
            <Link to="/" className={item} activeOptions={{ exact: true }}>
              <Tent aria-hidden="true" />
              {t('festivals')}
            </Link>
          </li>
        </ul>
      ) : (
        <ul className="space-y-0.5">
          {sections
            .filter(({ needs }) => festival.abilities.has(needs))
            .map(({ to, name, icon: Icon }) => (
              <li key={name}>
                <Link
                  to={to}
                  params={{ slug: festival.slug }}
                  className={item}
                  activeOptions={{ exact: name === 'overview', includeSearch: false }}
                >
                  <Icon aria-hidden="true" />
                  {t(name)}
                </Link>
              </li>
            ))}
        </ul>
      )}
    </nav>
  );
}
