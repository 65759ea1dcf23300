import { Legal } from '@festivals/domain/festival/details';
import type { Festival } from '@festivals/domain/festival/contract';
import { daysOf } from '../programme/timetable-day.ts';
import { festivalPages } from '../shell/festival-pages.ts';
import { paths } from '../shell/paths.ts';
import { loadDetails, loadLineUp } from './load-festival.ts';

/** Every page of a festival that may be found, without its language. */
export async function festivalAddresses(festival: Festival): Promise<string[]> {
  const { slug } = festival;
  const [details, lineUp] = await Promise.all([loadDetails(festival), loadLineUp(festival)]);
  const texts = Legal.keyof().options.filter((text) => Object.values(details.legal.content[text]).some(Boolean));
  return [
    paths.festival(slug),
    ...festivalPages.map((page) => page.path(slug)),
    ...texts.map((text) => paths.legal(slug, text)),
    ...daysOf(lineUp).map((day) => paths.timetableOf(slug, day)),
    ...lineUp.artists.map((artist) => paths.artist(slug, artist.slug)),
  ];
}
