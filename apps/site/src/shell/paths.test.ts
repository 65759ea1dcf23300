import { reservedSlugs } from '@festivals/domain/festival/reserved-slugs';
import { expect, it } from 'vitest';
import { paths } from './paths.ts';

/** The addresses of everything below a festival, by name. */
const rooms = Object.entries(paths).flatMap(([name, address]) => {
  const [, first, room] = (address as (...given: string[]) => string)('solbrume', 'one', 'grid').split('/');
  return first === 'solbrume' && room !== undefined ? [[name, room] as const] : [];
});

it('knows the rooms of a festival', () => {
  expect(rooms.length).toBeGreaterThan(15);
});

it.each(rooms)('%s, at %s, is no festival’s address: on its own domain a room stands where that would', (_, room) => {
  expect(reservedSlugs.has(room)).toBe(true);
});
