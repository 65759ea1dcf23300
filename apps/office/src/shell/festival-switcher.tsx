import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@festivals/ui/dropdown-menu';
import { Link } from '@tanstack/react-router';
import { Check, ChevronsUpDown, Plus, Tent } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMe } from '../identity/me.ts';
import { Brand } from './brand.tsx';
import { useCurrentFestival } from './current-festival.ts';

/** The festival at work, and the way to the others. */
export function FestivalSwitcher() {
  const t = useTranslations('office.nav');
  const { memberships } = useMe();
  const current = useCurrentFestival();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex w-full cursor-pointer items-center gap-2.5 rounded-lg p-1.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover">
        <Brand />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate text-ui font-semibold text-ink">{current?.name ?? 'Festivals'}</span>
          <span className="block truncate text-xs text-ink-faint">{t('switch')}</span>
        </span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        {memberships.length > 0 && <DropdownMenuLabel>{t('myFestivals')}</DropdownMenuLabel>}
        {memberships.slice(0, 12).map(({ festivalId, festivalSlug, festivalName }) => (
          <DropdownMenuItem key={festivalId} asChild>
            <Link to="/f/$slug" params={{ slug: festivalSlug }}>
              <span className="min-w-0 flex-1 truncate">{festivalName}</span>
              {festivalSlug === current?.slug && <Check aria-hidden="true" />}
            </Link>
          </DropdownMenuItem>
        ))}
        {memberships.length > 0 && <DropdownMenuSeparator />}
        <DropdownMenuItem asChild>
          <Link to="/">
            <Tent aria-hidden="true" />
            {t('allFestivals')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link to="/new">
            <Plus aria-hidden="true" />
            {t('createFestival')}
          </Link>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
