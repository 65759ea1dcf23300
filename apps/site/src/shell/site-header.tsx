import type { Language } from '@festivals/messages';
import { Globe, Menu, SunMoon, UserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { FestivalMenu } from './festival-menu.tsx';
import { KeepOffline } from '../offline/keep-offline.tsx';
import { festivalPages } from './festival-pages.ts';
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
  /** Lies on the artwork, in the ink that its sky asks for. */
  overArtwork?: boolean;
}

const tool =
  'inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-button px-2.5 text-sm font-semibold transition-colors';

/** The way home, to the festival's pages and its tickets, to one's account, to another language, into the dark. */
export async function SiteHeader({ language, path, festival, overArtwork = false }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.shell' });
  const onPoster = festival !== undefined || overArtwork;
  const tone = onPoster ? 'hover:bg-current/12 focus-visible:outline-current' : 'text-ink hover:bg-hover';
  const place = overArtwork ? `fixed inset-x-0 top-0 ${festival ? 'over-artwork' : ''}` : 'sticky top-0';
  const ground = festival
    ? `text-(--poster-ink) ${overArtwork ? '' : 'bg-(--poster-sky)'}`
    : overArtwork
      ? 'absolute! text-white'
      : 'border-b border-line bg-surface';
  const to = (address: string) => inLanguage(language, address);
  return (
    <header className={`unprinted z-30 ${place} ${ground}`}>
      {festival && (
        <>
          {/* React moves it into the head. */}
          <link rel="manifest" href={`/manifests/${language}-${festival.slug}.webmanifest`} />
          <KeepOffline
            paths={[paths.festival, ...festivalPages.map((page) => page.path), paths.myProgramme]
              .map((page) => inLanguage(language, page(festival.slug)))
              .concat(inLanguage(language, paths.account()))}
          />
        </>
      )}
      <a
        href="#content"
        className="sr-only rounded-button bg-accent px-5 py-3 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:z-40"
      >
        {t('skip')}
      </a>
      <nav aria-label={t('navigation')} className="column flex h-16 items-center gap-1">
        <a href={to(paths.home())} className={`${tool} ${tone} -ms-2.5 shrink-0`}>
          <Mark className="size-6" />
          <span className={festival ? 'sr-only' : 'font-display text-lg font-extrabold tracking-tight'}>
            {t('name')}
          </span>
        </a>
        {festival && (
          <a
            href={to(paths.festival(festival.slug))}
            className={`${tool} ${tone} ${overArtwork ? 'named-later' : ''} headline me-auto min-w-0 justify-start! text-xl!`}
          >
            <span className="truncate">{festival.name}</span>
          </a>
        )}
        {festival ? <FestivalNav language={language} slug={festival.slug} path={path} /> : <span className="flex-1" />}
        <a
          href={to(paths.account())}
          className={`${tool} ${tone} ${festival ? 'max-lg:hidden' : ''}`}
          title={t('account')}
        >
          <UserRound aria-hidden="true" className="size-5" />
          <span className={festival ? 'sr-only' : 'max-sm:sr-only'}>{t('account')}</span>
        </a>
        <button
          type="button"
          popoverTarget="languages"
          className={`${tool} ${tone} ${festival ? 'max-sm:hidden' : ''}`}
        >
          <Globe aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('language')}</span>
          <span className="uppercase">{language}</span>
        </button>
        <ThemeToggle label={t('theme')} className={`${tool} ${tone} ${festival ? 'max-sm:hidden' : '-me-2.5'}`}>
          <SunMoon aria-hidden="true" className="size-5" />
        </ThemeToggle>
        {festival && (
          <>
            <a
              href={to(paths.tickets(festival.slug))}
              aria-current={paths.tickets(festival.slug) === path ? 'page' : undefined}
              className="ms-1 inline-flex h-11 shrink-0 items-center rounded-button bg-(--poster-ink) px-5 text-sm font-bold text-(--poster-sky) transition-transform hover:scale-105 focus-visible:outline-current"
            >
              {t('pages.tickets')}
            </a>
            <button
              type="button"
              popoverTarget="festival-menu"
              className={`${tool} ${tone} -me-2.5 shrink-0 xl:hidden`}
            >
              <Menu aria-hidden="true" className="size-6" />
              <span className="sr-only">{t('menu')}</span>
            </button>
          </>
        )}
      </nav>
      {festival && <FestivalMenu language={language} festival={festival} path={path} />}
      <div
        id="languages"
        popover="auto"
        className="fixed inset-auto end-4 top-16 m-0 min-w-48 rounded-2xl border border-line bg-raised p-2 shadow-float"
      >
        <LanguageLinks current={language} path={path} />
      </div>
    </header>
  );
}
