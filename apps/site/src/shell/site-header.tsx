import type { Language } from '@festivals/messages';
import { Globe, SunMoon, UserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { FestivalNav } from './festival-nav.tsx';
import { LanguageLinks } from './language-links.tsx';
import { Mark } from './mark.tsx';
import { inLanguage, paths } from './paths.ts';
import { ThemeToggle } from './theme-toggle.tsx';

interface Props {
  language: Language;
  /** The page's address without its language, for the same page in another. */
  path: string;
  festival?: { name: string; slug: string };
  /** Lies on the artwork, white on its dark sky. */
  overArtwork?: boolean;
}

const tool =
  'inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-full px-3 text-sm font-semibold transition-colors';

/** The way home, to the festival's pages, to one's account, to another language, into the dark. */
export async function SiteHeader({ language, path, festival, overArtwork = false }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.shell' });
  const tone = overArtwork ? 'text-white hover:bg-white/15 focus-visible:outline-white' : 'text-ink hover:bg-hover';
  const to = (place: string) => inLanguage(language, place);
  return (
    <header
      className={`unprinted inset-x-0 top-0 z-20 ${overArtwork ? 'absolute' : 'relative border-b border-line bg-surface'}`}
    >
      <a
        href="#content"
        className="sr-only rounded-full bg-accent px-5 py-3 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-30"
      >
        {t('skip')}
      </a>
      <nav aria-label={t('navigation')} className="column flex h-16 items-center gap-1">
        <a href={to(paths.home())} className={`${tool} ${tone} -ml-3`}>
          <Mark className="size-6" />
          <span className={festival ? 'sr-only' : 'font-display text-lg font-extrabold tracking-tight'}>
            {t('name')}
          </span>
        </a>
        {festival && !overArtwork && (
          <a
            href={to(paths.festival(festival.slug))}
            className={`${tool} ${tone} min-w-0 font-display text-base font-extrabold`}
          >
            <span className="truncate">{festival.name}</span>
          </a>
        )}
        <span className="flex-1" />
        <a href={to(paths.account())} className={`${tool} ${tone}`} title={t('account')}>
          <UserRound aria-hidden="true" className="size-5" />
          <span className="max-sm:sr-only">{t('account')}</span>
        </a>
        <button type="button" popoverTarget="languages" className={`${tool} ${tone}`}>
          <Globe aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('language')}</span>
          <span className="uppercase">{language}</span>
        </button>
        <ThemeToggle label={t('theme')} className={`${tool} ${tone} -mr-3`}>
          <SunMoon aria-hidden="true" className="size-5" />
        </ThemeToggle>
      </nav>
      {festival && <FestivalNav language={language} slug={festival.slug} path={path} overArtwork={overArtwork} />}
      <div
        id="languages"
        popover="auto"
        className="fixed inset-auto top-16 right-4 m-0 min-w-48 rounded-2xl border border-line bg-raised p-2 shadow-float"
      >
        <LanguageLinks current={language} path={path} />
      </div>
    </header>
  );
}
