import { openPool } from '@festivals/database';

/** A published festival at which so many artists play, once each, in the hands of somebody of the demo. */
export async function openCrowdedFestival(
  url: string,
  organiser: string,
  artists: number,
): Promise<{ festivalId: string; slug: string; artist: string }> {
  const festivalId = crypto.randomUUID();
  const slug = `crowded-${festivalId.slice(0, 8)}`;
  const pool = openPool(url, { max: 1 });
  try {
    await pool.query(
      `insert into festival (id, slug, name, starts_on, ends_on, zone, place, currency, languages, theme, status, published_at)
       values ($1, $2, 'Crowded', '2040-07-11', '2040-07-15', 'Europe/Brussels', '{"name": "Field", "address": "Lane 1", "city": "Valbrume",
         "country": "BE", "latitude": 50.6, "longitude": 4.7}', 'EUR', '{en}', '{"seed": 7, "palette": "neon"}', 'PUBLISHED', now())`,
      [festivalId, slug],
    );
    await pool.query(
      `insert into membership (festival_id, person_id, role) select $1, id, 'ORGANISER' from person where email = $2`,
      [festivalId, organiser],
    );
    await pool.query(
      `insert into stage (festival_id, id, name, sort_order)
       select $1, gen_random_uuid(), 'Stage ' || n, n from generate_series(1, ceil($2::numeric / 50)::int) n`,
      [festivalId, artists],
    );
    await pool.query(
      `insert into artist (festival_id, id, name, slug, billing)
       select $1, gen_random_uuid(), 'Artist ' || n, 'artist-' || n, 1 + n % 4 from generate_series(1, $2) n`,
      [festivalId, artists],
    );
    await pool.query(
      `insert into slot (festival_id, id, stage_id, artist_id, day, starts_at, ends_at, status, setup_minutes, teardown_minutes)
       select $1, gen_random_uuid(), s.id, a.id, d, t, t + interval '55 minutes', 'CONFIRMED', 15, 10
       from (select id, row_number() over (order by sort_order) - 1 as at from stage where festival_id = $1) s
       cross join generate_series(0, 4) day cross join generate_series(0, 9) n
       cross join lateral (select date '2040-07-11' + day as d, timestamptz '2040-07-11 10:00+00' + day * interval '1 day' + n * interval '80 minutes' as t) w
       join (select id, row_number() over (order by slug) - 1 as at from artist where festival_id = $1) a on a.at = s.at * 50 + day * 10 + n`,
      [festivalId],
    );
    return { festivalId, slug, artist: 'artist-1' };
  } finally {
    await pool.end();
  }
}
