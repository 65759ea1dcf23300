import { ApiError, createClient } from '@festivals/contract';
import { routesOf } from '@festivals/domain/routes-of';
import * as guests from '@festivals/domain/ticketing/guests/contract';
import type { GuestInvitation } from '@festivals/domain/ticketing/guests/schemas';
import { env } from '../env.ts';

const client = () =>
  createClient(
    { guests: routesOf(guests) },
    {
      baseUrl: `${env.apiUrl}/api`,
      face: 'site',
      fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }),
    },
  );

/** Each reader counts for themselves, by where they call from, as the site's door wrote it. */
const calledFrom = (from: string | null) => (from === null ? {} : { headers: { 'x-forwarded-for': from } });

/** The invitation that a mail's token opens, as it stands; null for one that opens nothing (any more), `busy` for who asked too often. */
export async function loadInvitation(token: string, from: string | null): Promise<GuestInvitation | null | 'busy'> {
  try {
    return await client().guests.viewGuestInvitation({ body: { token } }, calledFrom(from));
  } catch (error) {
    if (error instanceof ApiError && error.status === 429) return 'busy';
    if (error instanceof ApiError && error.status < 500) return null;
    throw error;
  }
}

/** Hands a guest's answer over; `busy` where they answered too often at once, `failed` where it could not be taken. */
export async function answerInvitation(
  { token, from }: { token: string; from: string | null },
  answer: { answer: 'DECLINE' } | { answer: 'ACCEPT'; names: string[]; coming: number },
): Promise<'taken' | 'busy' | 'failed'> {
  try {
    await client().guests.answerGuestInvitation({ body: { token, ...answer } }, calledFrom(from));
    return 'taken';
  } catch (error) {
    return error instanceof ApiError && error.status === 429 ? 'busy' : 'failed';
  }
}
