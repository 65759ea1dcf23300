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

/** The invitation that a mail's token opens, as it stands; null for one that opens nothing (any more). */
export async function loadInvitation(token: string): Promise<GuestInvitation | null> {
  try {
    return await client().guests.viewGuestInvitation({ body: { token } });
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return null;
    throw error;
  }
}

/** Hands a guest's answer over; false when it could not be taken. */
export async function answerInvitation(
  token: string,
  answer: { answer: 'DECLINE' } | { answer: 'ACCEPT'; names: string[]; coming: number },
): Promise<boolean> {
  try {
    await client().guests.answerGuestInvitation({ body: { token, ...answer } });
    return true;
  } catch {
    return false;
  }
}
