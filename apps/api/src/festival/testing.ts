/** Festivals for tests: as a body to send, or put straight into the database. */
import { ApiError } from '@festivals/contract';
import type { FestivalStatus } from '@festivals/domain/festival/contract';
import { FestivalId } from '@festivals/domain/primitives';
import type pg from 'pg';
import { v7 } from 'uuid';

/** A new festival's body with an address of its own, ready to be published once it sells something. */
export const draft = () => ({
  name: 'Solbrume',
  slug: `solbrume-${v7().slice(-12)}`,
  tagline: { fr: 'Trois nuits', en: 'Three nights' },
  description: { fr: 'Dans les prés', en: 'In the meadows' },
  startsOn: '2040-07-13',
  endsOn: '2040-07-15',
  zone: 'Europe/Brussels',
  place: { name: 'Prés', address: 'Chemin 1', city: 'Valbrume', country: 'BE', latitude: 50.6, longitude: 4.7 },
  currency: 'EUR' as const,
  languages: ['fr' as const, 'en' as const],
});

export interface Inserted {
  id: FestivalId;
  slug: string;
}

/** A festival in any status, without a team, written by the owner. */
export async function insertFestival(
  ownerPool: pg.Pool,
  wanted: { status?: FestivalStatus; startsOn?: string; endsOn?: string },
): Promise<Inserted> {
  const { status = 'DRAFT', ...dates } = wanted;
  const body = { ...draft(), ...dates };
  const id = FestivalId.parse(v7());
  await ownerPool.query(
    `insert into festival (id, slug, name, tagline, description, starts_on, ends_on, zone, place, currency, languages, theme, status, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '{"seed": 1, "palette": "sunset"}', $12,
       case when $12 <> 'DRAFT' then now() end)`,
    [
      id,
      body.slug,
      body.name,
      JSON.stringify(body.tagline),
      JSON.stringify(body.description),
      body.startsOn,
      body.endsOn,
      body.zone,
      JSON.stringify(body.place),
      body.currency,
      body.languages,
      status,
    ],
  );
  return { id, slug: body.slug };
}

/** The failure that a call ended with, or undefined where it succeeded. */
export async function failureOf(call: Promise<unknown>): Promise<ApiError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}
