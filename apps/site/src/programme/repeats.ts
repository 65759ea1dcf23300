import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { playedSet, type PlayedSet } from '@festivals/domain/programme/visit/favourites';

/** The sets of whoever plays more than once: one of them may be on another page than the heart that is pressed. */
export function repeats({ slots }: LineUp): PlayedSet[] {
  const times = new Map<string, number>();
  for (const id of slots.flatMap(playersOf)) times.set(id, (times.get(id) ?? 0) + 1);
  return slots.filter((slot) => playersOf(slot).some((id) => (times.get(id) ?? 0) > 1)).map(playedSet);
}
