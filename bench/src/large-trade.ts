import { openPool } from '@festivals/database';

/** Fills a festival with 5 000 places, 40 stands with 2 000 products, and 100 000 orders. */
export async function fillWithTrade(url: string, festivalId: string): Promise<void> {
  const pool = openPool(url, { max: 1 });
  const run = (sql: string) => pool.query(sql, [festivalId]);
  try {
    await run(`insert into place (festival_id, id, kind, name, geometry)
      select $1, gen_random_uuid(), 'BAR', jsonb_build_object('en', 'Place ' || n), jsonb_build_object('type', 'Point', 'coordinates',
        jsonb_build_array(4.7 + (n % 100) * 0.0001, 50.6 + n / 100 * 0.0001)) from generate_series(1, 5000) n`);
    await run(`insert into stand (festival_id, id, name, kind)
      select $1, gen_random_uuid(), 'Stand ' || n, 'BAR' from generate_series(1, 40) n`);
    await run(`insert into product (festival_id, id, stand_id, name, category, price, vat, sort_order)
      select $1, gen_random_uuid(), id, jsonb_build_object('en', 'Product ' || n), 'BEER', 100 + n, 2100, n
      from stand cross join generate_series(1, 50) n where festival_id = $1`);
    await run(`with held as (
        insert into basket (festival_id, id, secret_hash, currency, total, expires_at, status)
        select $1, gen_random_uuid(), sha256(n::text::bytea), 'EUR', 4500, now(), 'ORDERED' from generate_series(1, 100000) n returning id
      )
      insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, currency, total, status, placed_at, pay_until, paid_at)
      select $1, gen_random_uuid(), id, upper(substr(md5(id::text), 1, 16)), 'kunde' || n || '@example.org', 'Anna Buyer ' || n, 'en', 'EUR',
        4500, 'PAID', now() - n * interval '1 minute', now(), now()
      from (select id, row_number() over () as n from held) numbered`);
    await run(`insert into event (festival_id, id, name, actor_kind, subject_id)
      select $1, gen_random_uuid(), 'programme.artist_changed', 'system', id from artist where festival_id = $1`);
    await run('select platform.learn_orders($1)');
    await pool.query('analyze');
  } finally {
    await pool.end();
  }
}
