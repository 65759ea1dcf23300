import type { Resources } from './context.ts';

/** No job takes as long: whoever has held one for more has died with it. The queue by itself would wait four hours. */
const longestJobMinutes = 5;

/** Takes jobs back from workers that were killed in the middle of them, so that another does them (again). */
export async function freeJobs({ pool }: Resources): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
     from graphile_worker.jobs where locked_at < now() - make_interval(mins => $1) having count(*) > 0`,
    [longestJobMinutes],
  );
}
