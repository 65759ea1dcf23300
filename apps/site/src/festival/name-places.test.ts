import { expect, it } from 'vitest';
import { namePlaces } from './name-places.ts';

it.each([
  [['Toilets 2', 'Toilets 1'], '1 and 2'],
  [['Toilets 10', 'Toilets 9', 'Toilets 8', 'Toilets 7', 'Toilets 11'], '7 – 11'],
  [['North', 'Gate 2'], 'Gate 2 and North'],
  [['Gate 1'], 'Gate 1'],
  [['Charging'], ''],
  [['E', 'D', 'C', 'B', 'A'], 'A, B, C, D …'],
  [['', 'North', 'North'], 'North'],
  [[], ''],
])('calls %j %j', (names, said) => {
  expect(namePlaces(names, 'Charging', 'en')).toBe(said);
});
