import { ApiError, createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import { errorOf } from '@festivals/domain/errors';
import type { Enrolment } from '../device/enrolment.ts';
import { hearServerTime } from '../scanner/device-clock.ts';
import type { Line } from '../scanner/sync-scans.ts';
import { baseUrl } from './base-url';

/** A device speaks for itself: the cookies of a person who is signed in on it stay behind. */
const withoutCookies: typeof fetch = (input, init) => hearServerTime(input, { ...init, credentials: 'omit' });

/** The line of an enrolled device to its festival, by the token that its enrolment gave. */
export function deviceLine(enrolment: Enrolment): Line {
  const client = createClient(api, {
    baseUrl: baseUrl(),
    face: 'app',
    token: () => enrolment.token,
    fetch: withoutCookies,
  });
  const params = { festivalId: enrolment.festival.id };
  return {
    upload: async (facts) => (await client.access.uploadScans({ params, body: { facts } })).outcomes,
    pull: (cursor) => client.access.pullTickets({ params, query: { limit: 2000, ...(cursor ? { cursor } : {}) } }),
  };
}

/** Whether the server says that this device may no longer work. */
export const isRevocation = (failure: unknown): boolean =>
  failure instanceof ApiError && failure.code === errorOf('devices.revoked').code;
