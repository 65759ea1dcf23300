import { PersonId } from '@festivals/domain/primitives';
import { expect, it } from 'vitest';
import { teammates } from './list-views.ts';

const person = (digit: string) => ({
  personId: PersonId.parse(`01980000-0000-7000-8000-00000000000${digit}`),
  name: `Person ${digit}`,
  email: `${digit}@example.org`,
});

it('makes one line of a person’s roles, since the first of them', () => {
  const [one, two] = [person('1'), person('2')];
  expect(
    teammates([
      { ...one, role: 'FINANCE', since: '2026-03-02T00:00:00.000Z', until: null },
      { ...one, role: 'STAFF', since: '2026-03-01T00:00:00.000Z', until: null },
      { ...two, role: 'STAFF', since: '2026-03-03T00:00:00.000Z', until: null },
    ]),
  ).toEqual([
    { ...one, roles: ['FINANCE', 'STAFF'], since: '2026-03-01T00:00:00.000Z', until: null },
    { ...two, roles: ['STAFF'], since: '2026-03-03T00:00:00.000Z', until: null },
  ]);
});
