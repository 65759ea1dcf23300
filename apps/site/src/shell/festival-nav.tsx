import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { festivalPages } from './festival-pages.ts';
import { currentAt, inLanguage } from './paths.ts';

interface Props {
  language: Language;
  slug: string;
  /** The page's address without its language. */
  path: string;
}

/** The festival's pages in the header's line, where there is room for them; its tickets have a button of their own. */
export async function FestivalNav({ language, slug, path }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.shell' });
  return (
    <ul className="hidden items-center xl:flex">
      {festivalPages
        .filter(({ name }) => name !== 'tickets')
        .map((page) => (
          <li key={page.name}>
            <a
              href={inLanguage(language, page.path(slug))}
              aria-current={currentAt(page.path(slug), path)}
              className="flex h-11 items-center px-2.5 text-sm font-semibold whitespace-nowrap decoration-2 underline-offset-8 hover:underline focus-visible:outline-current aria-[current]:underline"
            >
              {t(`pages.${page.name}`)}
            </a>
          </li>
        ))}
    </ul>
  );
}
