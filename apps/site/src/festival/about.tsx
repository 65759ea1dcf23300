import { getTranslations } from 'next-intl/server';
import { said } from '../programme/said.ts';
import type { Seen } from './seen.ts';

/** What the organisers say of it, in their own paragraphs. */
export async function About({ festival, language }: Seen) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const description = said(festival.description, language, festival.languages);
  const [first, ...rest] = (description?.text ?? '').split(/\n{2,}/).filter(Boolean);
  if (first === undefined) return null;
  return (
    <section aria-label={t('about')} className="column part">
      <p lang={description?.lang} className="headline max-w-5xl text-3xl text-pretty sm:text-5xl">
        {first}
      </p>
      <div lang={description?.lang} className="mt-8 max-w-[68ch] space-y-5 text-lg whitespace-pre-line text-ink-soft">
        {rest.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}
