import type { PlayedSet } from '@festivals/domain/programme/visit/favourites';

/** The sets that the page shows, with who plays them. */
export function setsOfPage(repeats: readonly PlayedSet[] = []): PlayedSet[] {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-set]')].map(({ dataset }) => ({
    id: dataset['set'] ?? '',
    players: dataset['players'] ? dataset['players'].split(' ') : [],
  }));
  return [...new Map([...shown, ...repeats].map((set) => [set.id, set])).values()];
}
