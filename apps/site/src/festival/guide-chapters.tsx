import type { Guide, GuideTopic } from '@festivals/domain/festival/details';
import { Prose } from '@festivals/ui/prose';
import { getTranslations } from 'next-intl/server';
import { said } from '../programme/said.ts';
import type { Seen } from './seen.ts';

/** What the organiser tells visitors before they come, a chapter each. */
export async function GuideChapters({
  festival,
  language,
  guide,
  topics,
}: Seen & { guide: Guide; topics: readonly GuideTopic[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  return topics.map((topic) => {
    const chapter = said(guide[topic] ?? {}, language, festival.languages);
    return (
      <section key={topic} aria-labelledby={idOfTopic(topic)} className="mt-16 scroll-mt-6">
        <h2 id={idOfTopic(topic)} className="headline text-3xl sm:text-4xl">
          {t(`guide.${topic}`)}
        </h2>
        <div lang={chapter?.lang}>
          <Prose text={chapter?.text ?? ''} level={3} className="mt-6 max-w-[68ch] text-lg text-ink-soft" />
        </div>
      </section>
    );
  });
}

/** Where a chapter is found on its page. */
export const idOfTopic = (topic: GuideTopic): string => topic.toLowerCase();
