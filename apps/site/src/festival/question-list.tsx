import type { Question } from '@festivals/domain/festival/details';
import { Prose } from '@festivals/ui/prose';
import { ChevronDown } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { said } from '../programme/said.ts';
import type { Seen } from './seen.ts';

/** Questions that open into their answers, without a script. */
export async function QuestionList({ festival, language, questions }: Seen & { questions: readonly Question[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  const asked = questions.flatMap((one) => {
    const [question, answer] = [one.question, one.answer].map((texts) => said(texts, language, festival.languages));
    return question && answer ? [{ question, answer }] : [];
  });
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="mt-16 scroll-mt-6">
      <h2 id="questions" className="headline text-3xl sm:text-4xl">
        {t('questions')}
      </h2>
      <div className="mt-6 max-w-[68ch] divide-y divide-line border-y border-line">
        {asked.map(({ question, answer }) => (
          <details key={question.text} className="group">
            <summary className="flex items-center justify-between gap-4 py-4 text-lg font-semibold">
              <span lang={question.lang} className="min-w-0">
                {question.text}
              </span>
              <ChevronDown
                aria-hidden="true"
                className="size-5 shrink-0 text-ink-soft transition-transform group-open:rotate-180"
              />
            </summary>
            <div lang={answer.lang}>
              <Prose text={answer.text} level={3} className="pb-5 text-lg text-ink-soft" />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
