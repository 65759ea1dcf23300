import type { Reason } from '@festivals/domain/festival/details';
import { reasonSigns } from '@festivals/ui/reason-signs';
import { getTranslations } from 'next-intl/server';
import { said } from '../programme/said.ts';
import type { Seen } from './seen.ts';

/** Why one should come, in the organiser's own words. */
export async function Reasons({ festival, language, reasons }: Seen & { reasons: readonly Reason[] }) {
  const told = reasons.flatMap(({ sign, ...texts }) => {
    const [title, text] = [texts.title, texts.text].map((one) => said(one, language, festival.languages));
    return title ? [{ sign, title, text }] : [];
  });
  if (told.length === 0) return null;
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  return (
    <section aria-labelledby="reasons-title" className="part later">
      <div className="column">
        <h2 id="reasons-title" className="headline text-4xl sm:text-6xl">
          {t('reasons')}
        </h2>
        <ul className="mt-10 grid gap-px overflow-hidden rounded-3xl bg-line sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
          {told.map(({ sign, title, text }) => {
            const Sign = reasonSigns[sign];
            return (
              <li key={title.text} className="bg-surface p-6 sm:p-8">
                <span className="grid size-16 place-items-center rounded-button bg-accent text-on-accent">
                  <Sign aria-hidden="true" className="size-8" />
                </span>
                <h3 lang={title.lang} className="headline mt-6 text-2xl">
                  {title.text}
                </h3>
                <p lang={text?.lang} className="mt-2 text-lg text-pretty text-ink-soft">
                  {text?.text}
                </p>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
