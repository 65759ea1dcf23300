import { languageNames, languages } from '@festivals/messages';
import { useNavigate } from '@tanstack/react-router';
import { Languages, LogOut, Plus, Rocket, Tent, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { appearances, choose } from '../appearance.ts';
import { useMe } from '../identity/me.ts';
import { useChangeLanguage } from '../identity/use-change-language.ts';
import { useSignOut } from '../identity/use-sign-out.ts';
import { commands } from '../search/commands.ts';
import { settingsSections } from '../festival/settings/settings-sections.ts';
import { useCurrentFestival } from './current-festival.ts';
import { sections } from './sections.ts';
import { appearanceIcons } from './user-menu.tsx';

/** A screen to go to or a thing to do. */
export interface PaletteEntry {
  group: string;
  icon: ReactNode;
  label: string;
  /** Further words by which it is found. */
  also: string;
  run: () => void;
}

/** Everything that the palette offers by itself, without asking the server. */
export function usePaletteEntries(): PaletteEntry[] {
  const t = useTranslations('office.palette');
  const s = useTranslations('office.search');
  const nav = useTranslations('office.nav');
  const shell = useTranslations('office.shell');
  const settings = useTranslations('office.settings');
  const navigate = useNavigate();
  const { memberships } = useMe();
  const festival = useCurrentFestival();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  const account = shell('account');
  const inFestival =
    festival === null
      ? []
      : [
          ...sections
            .filter(({ needs }) => festival.abilities.has(needs))
            .map(({ to, name, icon: Icon }) => ({
              group: `${s('goTo')} · ${festival.name}`,
              icon: <Icon aria-hidden="true" />,
              label: nav(name),
              also: festival.name,
              run: () => void navigate({ to, params: { slug: festival.slug } }),
            })),
          ...(festival.abilities.has('festival.edit') ? settingsSections : []).map(({ to, name, icon: Icon }) => ({
            group: nav('settings'),
            icon: <Icon aria-hidden="true" />,
            label: settings(`section.${name}`),
            also: nav('settings'),
            run: () => void navigate({ to, params: { slug: festival.slug } }),
          })),
          ...commands
            .filter(({ needs }) => festival.abilities.has(needs))
            .map(({ name, to, search }) => ({
              group: s('do'),
              icon: name === 'publish' ? <Rocket aria-hidden="true" /> : <Plus aria-hidden="true" />,
              label: s(`command.${name}`),
              also: '',
              run: () => void navigate({ to, params: { slug: festival.slug }, search }),
            })),
        ];
  return [
    ...inFestival,
    ...memberships.map(({ festivalSlug, festivalName }) => ({
      group: nav('festivals'),
      icon: <Tent aria-hidden="true" />,
      label: festivalName,
      also: `${nav('festivals')} ${festivalSlug}`,
      run: () => void navigate({ to: '/f/$slug', params: { slug: festivalSlug } }),
    })),
    {
      group: nav('festivals'),
      icon: <Plus aria-hidden="true" />,
      label: nav('createFestival'),
      also: '',
      run: () => void navigate({ to: '/new' }),
    },
    {
      group: account,
      icon: <UserRound aria-hidden="true" />,
      label: t('openAccount'),
      also: account,
      run: () => void navigate({ to: '/account' }),
    },
    ...appearances.map((one) => {
      const Icon = appearanceIcons[one];
      return {
        group: account,
        icon: <Icon aria-hidden="true" />,
        label: `${shell('appearance')}: ${shell(`appearances.${one}`)}`,
        also: '',
        run: () => choose(one),
      };
    }),
    ...languages.map((one) => ({
      group: account,
      icon: <Languages aria-hidden="true" />,
      label: `${shell('language')}: ${languageNames[one]}`,
      also: '',
      run: () => changeLanguage(one),
    })),
    {
      group: account,
      icon: <LogOut aria-hidden="true" />,
      label: shell('signOut'),
      also: '',
      run: () => void signOut(),
    },
  ];
}
