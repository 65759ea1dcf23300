import type { Language } from '@festivals/messages';
import { SunMoon, UserRound, X } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { festivalPages } from './festival-pages.ts';
import { LanguageLinks } from './language-links.tsx';
import { currentAt, inLanguage, paths } from './paths.ts';
import { ThemeToggle } from './theme-toggle.tsx';

interface Props {
  language: Language;
  festival: { name: string; slug: string };
  /** The page's address without its language. */
  path: string;
}

/** The whole of the festival on one sheet, in letters for a thumb. It opens without a script. */
export async function FestivalMenu({ language, festival, path }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.shell' });
  const pages = [{ name: 'home' as const, path: paths.festival }, ...festivalPages];
  const foot =
    'inline-flex min-h-12 items-center gap-2.5 rounded-button border-2 border-current/40 px-4 font-semibold hover:border-current focus-visible:outline-current';
  return (
    <div
      id="festival-menu"
      popover="auto"
      className="sheet fixed inset-0 m-0 size-full max-h-none max-w-none overflow-y-auto bg-(--poster-sky) text-(--poster-ink) sm:start-auto sm:w-[26rem]"
    >
      <div className="flex min-h-full flex-col px-5 pt-2.5 pb-8">
        <div className="flex h-11 items-center justify-end">
          <button
            type="button"
            popoverTarget="festival-menu"
            popoverTargetAction="hide"
            className="inline-flex size-11 items-center justify-center rounded-button hover:bg-current/12 focus-visible:outline-current"
          >
            <X aria-hidden="true" className="size-6" />
            <span className="sr-only">{t('closeMenu')}</span>
          </button>
        </div>
        <nav aria-label={t('festivalPages')} className="mt-4">
          <ul className="divide-y-2 divide-current/15">
            {pages.map((page) => (
              <li key={page.name} className="border-current/15">
                <a
                  href={inLanguage(language, page.path(festival.slug))}
                  aria-current={currentAt(page.path(festival.slug), path)}
                  className="headline flex min-h-16 items-center py-3 text-3xl underline-offset-8 hover:underline focus-visible:outline-current aria-[current]:underline"
                >
                  {t(`pages.${page.name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="mt-auto flex flex-wrap gap-2.5 pt-10">
          <a href={inLanguage(language, paths.account())} className={foot}>
            <UserRound aria-hidden="true" className="size-5" />
            {t('account')}
          </a>
          <ThemeToggle label={t('theme')} className={foot}>
            <SunMoon aria-hidden="true" className="size-5" />
          </ThemeToggle>
        </div>
        <div className="mt-6 rounded-2xl bg-raised p-2 text-base text-ink sm:hidden">
          <LanguageLinks current={language} path={path} />
        </div>
      </div>
    </div>
  );
}
