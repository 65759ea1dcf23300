import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { festivalPages } from './festival-pages.ts';
import { inLanguage } from './paths.ts';

interface Props {
  language: Language;
  slug: string;
  /** The page's address without its language. */
  path: string;
  overArtwork: boolean;
}

/** The festival's pages in one line, which a thumb can push aside on a phone. */
export async function FestivalNav({ language, slug, path, overArtwork }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.shell' });
  const tone = overArtwork
    ? 'text-white/85 hover:text-white focus-visible:outline-white aria-[current]:border-white aria-[current]:text-white'
    : 'text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink';
  return (
    <nav aria-label={t('festivalPages')} className="column overflow-x-auto [scrollbar-width:none]">
      <ul className="flex w-max gap-6">
        {festivalPages.map((page) => (
          <li key={page.name}>
            <a
              href={inLanguage(language, page.path(slug))}
              aria-current={page.path(slug) === path ? 'page' : undefined}
              className={`flex h-11 items-center border-b-2 border-transparent text-sm font-semibold ${tone}`}
            >
              {t(`pages.${page.name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
