import { localeOf, type Language } from '@festivals/messages';
import { Search } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ListedFestival } from '../festival/load-festivals.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { wishes, type Wish } from './find-festivals.ts';

interface Props {
  language: Language;
  festivals: readonly ListedFestival[];
  wish?: Wish;
}

const field =
  'h-14 w-full rounded-xl border border-edge bg-raised px-4 text-base text-ink focus-visible:outline-accent';

/** The search for a festival: a form that any browser sends. */
export async function FestivalFinder({ language, festivals, wish }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  const { genres, months, cities } = wishes(festivals);
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const choices = [
    ['month', t('when'), t('any_time'), months.map((one) => [one, month.format(new Date(`${one}-15T12:00:00Z`))])],
    ['city', t('where'), t('anywhere'), withWished(cities, wish?.city).map((one) => [one, one])],
    ['genre', t('genre'), t('any_genre'), withWished(genres, wish?.genre).map((one) => [one, one])],
  ] as const;
  return (
    <form
      role="search"
      action={inLanguage(language, paths.festivals())}
      className="grid gap-3 rounded-3xl border border-line bg-surface p-4 shadow-float sm:grid-cols-3 sm:p-5 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <label className="relative block sm:col-span-3 lg:col-span-1">
        <span className="sr-only">{t('search')}</span>
        <Search aria-hidden="true" className="pointer-events-none absolute start-4 top-4.5 size-5 text-ink-soft" />
        <input
          type="search"
          name="q"
          defaultValue={wish?.q}
          maxLength={100}
          placeholder={t('search')}
          className={`${field} ps-12 placeholder:text-ink-soft`}
        />
      </label>
      {choices.map(([name, label, any, options]) => (
        <label key={name} className="block">
          <span className="sr-only">{label}</span>
          <select name={name} defaultValue={wish?.[name] ?? ''} className={field}>
            <option value="">{any}</option>
            {options.map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button
        type="submit"
        className="h-14 rounded-xl bg-accent px-7 text-base font-bold text-on-accent hover:bg-accent-hover sm:col-span-3 lg:col-span-1"
      >
        {t('find')}
      </button>
    </form>
  );
}

/** What is offered, and what was wished for where it is none of that: the form says what was looked for. */
const withWished = (offered: readonly string[], wished = ''): readonly string[] =>
  wished === '' || offered.includes(wished) ? offered : [wished, ...offered];
