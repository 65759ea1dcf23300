import { PolicyTopic, type Policies } from '@festivals/domain/festival/details';
import { getTranslations } from 'next-intl/server';
import { said } from '../programme/said.ts';
import type { Seen } from './seen.ts';

/** The rules on site, a short answer to each. */
export async function PolicyList({ festival, language, policies }: Seen & { policies: Policies }) {
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  const rules = PolicyTopic.options.flatMap((topic) => {
    const rule = said(policies[topic] ?? {}, language, festival.languages);
    return rule ? [{ topic, ...rule }] : [];
  });
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby="rules" className="mt-16 scroll-mt-6">
      <h2 id="rules" className="headline text-3xl sm:text-4xl">
        {t('rules')}
      </h2>
      <dl className="mt-6 grid gap-x-10 gap-y-6 *:min-w-0 sm:grid-cols-2">
        {rules.map(({ topic, text, lang }) => (
          <div key={topic}>
            <dt className="font-display text-lg font-bold">{t(`policy.${topic}`)}</dt>
            <dd lang={lang} className="mt-1 text-lg whitespace-pre-line text-ink-soft">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
