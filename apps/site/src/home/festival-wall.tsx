import type { Language } from '@festivals/messages';
import { FestivalCard } from '../festival/festival-card.tsx';
import type { ListedFestival } from '../festival/load-festivals.ts';

/** Festivals side by side, each a poster of its own; the first of a long row is twice as wide. */
export function FestivalWall({ festivals, language }: { festivals: readonly ListedFestival[]; language: Language }) {
  const wide = festivals.length % 3 === 2 || festivals.length === 1;
  return (
    <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {festivals.map((festival, at) => (
        <li key={festival.id} className={at === 0 && wide ? 'sm:col-span-2' : ''}>
          <FestivalCard festival={festival} language={language} first={at === 0} />
        </li>
      ))}
    </ul>
  );
}
