import { Breadcrumbs } from '@festivals/ui/breadcrumbs';
import { IconButton } from '@festivals/ui/icon-button';
import { Kbd } from '@festivals/ui/kbd';
import { Link, useMatches } from '@tanstack/react-router';
import { Menu, Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LiveCorner } from '../live/live-corner.tsx';
import { useCurrentFestival } from './current-festival.ts';
import { sections } from './sections.ts';
import { UserMenu } from './user-menu.tsx';

function useCrumbs() {
  const t = useTranslations('office.nav');
  const festival = useCurrentFestival();
  const { crumb, below } = useMatches().findLast((match) => match.staticData.crumb !== undefined)?.staticData ?? {};
  const above = sections.find(({ name }) => name === crumb);
  const link = 'rounded-sm hover:text-ink hover:underline';
  const last = crumb === undefined ? [] : [t(crumb)];
  if (festival === null) {
    return crumb === 'festivals' || crumb === undefined
      ? last
      : [
          <Link key="festivals" to="/" className={link}>
            {t('festivals')}
          </Link>,
          ...last,
        ];
  }
  return [
    <Link key="festival" to="/f/$slug" params={{ slug: festival.slug }} className={link}>
      {festival.name}
    </Link>,
    ...(below === undefined || above === undefined
      ? last
      : [
          <Link key="above" to={above.to} params={{ slug: festival.slug }} className={link}>
            {t(above.name)}
          </Link>,
          t(below),
        ]),
  ];
}

/** Where we are, the search for anything, and who we are. */
export function TopBar({ onMenu, onSearch }: { onMenu: () => void; onSearch: () => void }) {
  const t = useTranslations('office.shell');
  return (
    <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b border-line bg-canvas/85 px-2 backdrop-blur-md sm:px-4 lg:px-6">
      <IconButton label={t('openNavigation')} onClick={onMenu} className="lg:hidden">
        <Menu aria-hidden="true" />
      </IconButton>
      <Breadcrumbs label={t('breadcrumbs')} items={useCrumbs()} className="flex-1" />
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-8 cursor-pointer items-center gap-2 rounded-md border border-line bg-surface px-2 text-ui text-ink-faint shadow-flat transition-colors hover:border-edge hover:text-ink-soft pointer-coarse:h-10 sm:w-56"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="flex-1 truncate text-left max-sm:sr-only">{t('search')}</span>
        <Kbd className="max-sm:hidden">{t('searchKey')}</Kbd>
      </button>
      <LiveCorner />
      <UserMenu />
    </header>
  );
}
