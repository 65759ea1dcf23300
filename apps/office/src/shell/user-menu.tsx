import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@festivals/ui/dropdown-menu';
import { isLanguage, languageNames, languages } from '@festivals/messages';
import { Link } from '@tanstack/react-router';
import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { appearances, choose, useAppearance } from '../appearance.ts';
import { useLanguage } from '../i18n/language.ts';
import { useMe } from '../identity/me.ts';
import { useChangeLanguage } from '../identity/use-change-language.ts';
import { useSignOut } from '../identity/use-sign-out.ts';

export const appearanceIcons = { system: Monitor, light: Sun, dark: Moon };

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

/** Who is signed in; how the office looks and speaks; the way out. */
export function UserMenu() {
  const t = useTranslations('office.shell');
  const me = useMe();
  const appearance = useAppearance();
  const language = useLanguage();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text transition-shadow hover:shadow-raised pointer-coarse:size-10">
        <span aria-hidden="true">{initials(me.name)}</span>
        <span className="sr-only">{t('userMenu', { name: me.name })}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-60">
        <DropdownMenuLabel>
          <span className="block truncate text-ui font-medium text-ink">{me.name}</span>
          <span className="block truncate">{me.email}</span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link to="/account">
            <UserRound aria-hidden="true" />
            {t('account')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('appearance')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={appearance}>
          {appearances.map((one) => {
            const Icon = appearanceIcons[one];
            return (
              <DropdownMenuRadioItem key={one} value={one} onSelect={() => choose(one)}>
                <Icon aria-hidden="true" />
                {t(`appearances.${one}`)}
              </DropdownMenuRadioItem>
            );
          })}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('language')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={language} onValueChange={(next) => isLanguage(next) && changeLanguage(next)}>
          {languages.map((one) => (
            <DropdownMenuRadioItem key={one} value={one} lang={one}>
              {languageNames[one]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden="true" />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
