import { languageNames, languages } from '@festivals/messages';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Languages, LogOut, Plus, Tent, UserRound } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { appearances, choose } from '../appearance.ts';
import { useMe } from '../identity/me.ts';
import { useChangeLanguage } from '../identity/use-change-language.ts';
import { useSignOut } from '../identity/use-sign-out.ts';
import { useCurrentFestival } from './current-festival.ts';
import { sections } from './sections.ts';
import { appearanceIcons } from './user-menu.tsx';

function Item({
  icon,
  value,
  onSelect,
  children,
}: {
  icon: ReactNode;
  value: string;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-ui text-ink data-[selected=true]:bg-hover pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:text-ink-faint"
    >
      {icon}
      {children}
    </Command.Item>
  );
}

/** Ctrl-K: go anywhere, do anything, without a mouse. */
export function CommandPalette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('office.palette');
  const nav = useTranslations('office.nav');
  const shell = useTranslations('office.shell');
  const navigate = useNavigate();
  const { memberships } = useMe();
  const festival = useCurrentFestival();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open, onOpenChange]);

  const then = (deed: () => void) => () => {
    onOpenChange(false);
    deed();
  };
  const group =
    '**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-faint';

  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label={t('label')}
      overlayClassName="fixed inset-0 z-50 animate-appear bg-scrim"
      contentClassName="fixed inset-x-3 top-[10dvh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-xl border border-line bg-raised shadow-float"
    >
      <Command.Input
        placeholder={t('placeholder')}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-base text-ink outline-none placeholder:text-ink-faint"
      />
      <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5 scroll-py-2">
        <Command.Empty className="px-4 py-8 text-center text-ui text-ink-soft">{t('nothing')}</Command.Empty>
        {festival !== null && (
          <Command.Group heading={festival.name} className={group}>
            {sections
              .filter(({ needs }) => festival.abilities.has(needs))
              .map(({ to, name, icon: Icon }) => (
                <Item
                  key={name}
                  icon={<Icon aria-hidden="true" />}
                  value={`${nav(name)} ${festival.name}`}
                  onSelect={then(() => void navigate({ to, params: { slug: festival.slug } }))}
                >
                  {nav(name)}
                </Item>
              ))}
          </Command.Group>
        )}
        <Command.Group heading={nav('festivals')} className={group}>
          {memberships.map(({ festivalId, festivalSlug, festivalName }) => (
            <Item
              key={festivalId}
              icon={<Tent aria-hidden="true" />}
              value={`${nav('festivals')} ${festivalName}`}
              onSelect={then(() => void navigate({ to: '/f/$slug', params: { slug: festivalSlug } }))}
            >
              {festivalName}
            </Item>
          ))}
          <Item
            icon={<Plus aria-hidden="true" />}
            value={nav('createFestival')}
            onSelect={then(() => void navigate({ to: '/new' }))}
          >
            {nav('createFestival')}
          </Item>
        </Command.Group>
        <Command.Group heading={shell('account')} className={group}>
          <Item
            icon={<UserRound aria-hidden="true" />}
            value={shell('account')}
            onSelect={then(() => void navigate({ to: '/account' }))}
          >
            {t('openAccount')}
          </Item>
          {appearances.map((one) => {
            const Icon = appearanceIcons[one];
            return (
              <Item
                key={one}
                icon={<Icon aria-hidden="true" />}
                value={`${shell('appearance')} ${shell(`appearances.${one}`)}`}
                onSelect={then(() => choose(one))}
              >
                {shell('appearance')}: {shell(`appearances.${one}`)}
              </Item>
            );
          })}
          {languages.map((one) => (
            <Item
              key={one}
              icon={<Languages aria-hidden="true" />}
              value={`${shell('language')} ${languageNames[one]}`}
              onSelect={then(() => changeLanguage(one))}
            >
              {shell('language')}: {languageNames[one]}
            </Item>
          ))}
          <Item icon={<LogOut aria-hidden="true" />} value={shell('signOut')} onSelect={then(() => void signOut())}>
            {shell('signOut')}
          </Item>
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
