import { classNames } from '@festivals/ui/class-names';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../../shell/page.tsx';
import { DuplicateFestival } from '../duplicate-festival.tsx';
import { useFestival } from '../queries.ts';
import { settingsSections } from './settings-sections.ts';

/** The settings, a small room for each thing: its name at the side, its form beside it. */
export function SettingsLayout() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a phone the rooms stand in a row that is wider than the screen.
    list.current?.querySelector('[aria-current=page]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={<DuplicateFestival festival={festival} />}
    >
      <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <nav aria-label={t('sections')} className="-mx-4 min-w-0 sm:mx-0 lg:sticky lg:top-16">
          <ul ref={list} className="flex gap-1 overflow-x-auto px-4 pb-1 sm:px-0 lg:flex-col lg:overflow-visible">
            {settingsSections.map(({ to, name, icon: Icon }) => (
              <li key={name} className="shrink-0">
                <Link
                  to={to}
                  params={{ slug: festival.slug }}
                  activeOptions={{ exact: true }}
                  className={classNames(
                    'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-ui text-ink-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-text pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
                  )}
                >
                  <Icon aria-hidden="true" />
                  {t(`section.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="max-w-3xl min-w-0">
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
