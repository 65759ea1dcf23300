import type { Question } from '@festivals/domain/festival/details';
import { localised } from '@festivals/messages';
import { Prose } from '@festivals/ui/prose';
import { ChevronDown } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { Seen } from './seen.ts';

/** Questions that open into their answers, without a script. */
export async function QuestionList({ festival, language, questions }: Seen & { questions: readonly Question[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  const asked = questions
    .map(({ question, answer }) => ({
      question: localised(question, language, festival.languages),
      answer: localised(answer, language, festival.languages),
    }))
    .filter(({ question, answer }) => question !== '' && answer !== '');
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="mt-16 scroll-mt-6">
      <h2 id="questions" className="headline text-3xl sm:text-4xl">
        {t('questions')}
      </h2>
      <div className="mt-6 max-w-[68ch] divide-y divide-line border-y border-line">
        {asked.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="flex items-center justify-between gap-4 py-4 text-lg font-semibold">
              {question}
              <ChevronDown
                aria-hidden="true"
                className="size-5 shrink-0 text-ink-soft transition-transform group-open:rotate-180"
              />
            </summary>
            <Prose text={answer} className="pb-5 text-lg text-ink-soft" />
          </details>
        ))}
      </div>
    </section>
  );
}
