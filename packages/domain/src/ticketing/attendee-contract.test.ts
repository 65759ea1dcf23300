import { expect, it } from 'vitest';
import { attendeesOnly, readAttendeesOnly } from './attendee-contract.ts';

const ticketTypeId = '0190a6a0-0000-7000-8000-000000000001';

it.each([[{ state: 'VALID' }], [{ ticketTypeId }], [{ state: 'REVOKED', ticketTypeId }]])(
  'the filter %j of a file is read as it was written',
  (filter) => {
    expect(readAttendeesOnly(attendeesOnly(filter) ?? '')).toEqual(filter);
  },
);

it.each(['', 'valid', 'VALID x', `${ticketTypeId} VALID`, `VALID ${ticketTypeId} x`])('%j is no filter', (only) => {
  expect(readAttendeesOnly(only)).toBeNull();
});

it('is left out where nothing is filtered', () => {
  expect(attendeesOnly({})).toBeUndefined();
});
