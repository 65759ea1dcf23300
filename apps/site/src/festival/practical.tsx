import { getTranslations } from 'next-intl/server';
import { inLanguage, paths } from '../shell/paths.ts';
import type { Seen } from './seen.ts';
import { WhenAndWhere } from './when-and-where.tsx';

/** What one looks up on the way, and the door to all the rest of it. */
export async function Practical({ festival, language }: Seen) {
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  return (
    <section aria-labelledby="practical-title" className="border-t border-line bg-surface part later">
      <div className="column">
        <h2 id="practical-title" className="headline text-4xl sm:text-6xl">
          {t('title')}
        </h2>
        <div className="mt-10">
          <WhenAndWhere festival={festival} language={language} />
        </div>
        <a
          href={inLanguage(language, paths.practical(festival.slug))}
          className="mt-8 inline-block py-1 text-lg font-semibold text-accent-text underline underline-offset-4"
        >
          {t('more')}
        </a>
      </div>
    </section>
  );
}
