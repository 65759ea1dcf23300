import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { sayDay } from '../festival/say-dates.ts';
import { loadDetails, loadFestival, loadLineUp } from '../festival/load-festival.ts';
import { sharedLook } from '../festival/shared-picture.ts';
import { daysOf, openingDay } from './timetable-day.ts';
import { TimetablePage } from './timetable-page.tsx';
import { alternates } from '../shell/alternates.ts';
import { languageOf } from '../shell/language-of.ts';
import { paths } from '../shell/paths.ts';

interface Asked {
  locale: string;
  slug: string;
  /** A day and a view, both of which may be left out. */
  place?: readonly string[];
}

/** `2027-07-16/list` is a day and a view. */
function placeOf([day, view, ...more]: readonly string[] = []) {
  if (more.length > 0 || (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))) return null;
  if (view !== undefined && view !== 'grid' && view !== 'list') return null;
  return { day, view: view ?? 'auto' } as const;
}

/** What search engines and shared links say of a day. */
export async function timetableMetadata({ locale, slug, place }: Asked): Promise<Metadata> {
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  const where = placeOf(place);
  if (!festival || !where) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.timetable' });
  const title =
    where.day === undefined
      ? t('meta_title', { name: festival.name })
      : t('meta_day', { name: festival.name, day: sayDay(where.day, language) });
  const description = t('meta_description', { name: festival.name });
  const path = where.day === undefined ? paths.timetable(slug) : paths.timetableOf(slug, where.day);
  return {
    title: { absolute: title },
    description,
    alternates: alternates(language, path),
    ...sharedLook(festival, { language, title, description }),
  };
}

/** The timetable at an address; there is none where nobody plays. */
export async function timetableAt({ locale, slug, place }: Asked) {
  const language = languageOf(locale);
  const where = placeOf(place);
  if (!where) notFound();
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const [lineUp, details] = await Promise.all([loadLineUp(festival), loadDetails(festival)]);
  const days = daysOf(lineUp);
  if (where.day !== undefined && !days.includes(where.day)) notFound();
  const day = where.day ?? openingDay(days, festival, new Date());
  return (
    <TimetablePage
      festival={festival}
      language={language}
      details={details}
      lineUp={lineUp}
      day={day}
      view={where.view}
      path={[paths.timetable(slug), ...(place ?? [])].join('/')}
    />
  );
}
