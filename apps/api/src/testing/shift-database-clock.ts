import type pg from 'pg';

/**
 * Makes the clock of a test's database movable, as its functions see it: `now()` is looked up in front of PostgreSQL's own. Defaults of
 * columns were bound to the real one when they were made, as rows that another server wrote would be. Call it before anything is asked.
 */
export async function shiftableDatabaseClock(owner: pg.Pool): Promise<(seconds: number) => Promise<void>> {
  await owner.query(`
    create table test_clock (shift interval not null);
    insert into test_clock values ('0');
    grant select on test_clock to public;
    create function public.now() returns timestamptz language sql stable as
      'select pg_catalog.now() + (select shift from public.test_clock)';
    do $$
    declare
      one record;
    begin
      execute format('alter database %I set search_path = public, pg_catalog', current_database());
      for one in
        select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace in ('lookup'::regnamespace, 'platform'::regnamespace, 'public'::regnamespace)
          and exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')
      loop
        execute format('alter routine %s set search_path = public, pg_catalog, pg_temp', one.name);
      end loop;
    end
    $$`);
  // Sessions that are open already look things up as they did. They are gone before anybody asks through one of them.
  await owner.query(
    'select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return async (seconds) => {
    await owner.query('update test_clock set shift = make_interval(secs => $1)', [seconds]);
  };
}
