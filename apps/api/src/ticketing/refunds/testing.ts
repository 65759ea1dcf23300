/** The practice bank, as tests have it refuse and count. */
import type { TestApi } from '../../testing/start-api.ts';

/** Has the bank refuse to give a charge back, until what is returned is called. */
export async function refuseRefunds(
  { ownerPool }: TestApi,
  charge: string | undefined,
): Promise<() => Promise<unknown>> {
  await ownerPool.query(`
    create or replace function refuse_refund() returns trigger language plpgsql as
    $$ begin raise exception 'the bank says no'; end $$;
    create or replace trigger refuse_refund before insert on sandbox_refund
      for each row when (new.charge = '${charge}') execute function refuse_refund()`);
  return () => ownerPool.query('drop trigger refuse_refund on sandbox_refund');
}

/** What the bank has given back of a festival's payments: how often, and how much in minor units. */
export async function givenBack(
  { ownerPool }: TestApi,
  festivalId: string,
): Promise<{ times: number; amount: number }> {
  const { rows } = await ownerPool.query<{ times: number; amount: number }>(
    `select count(*)::int as times, coalesce(sum(amount), 0)::int as amount from sandbox_refund
     where charge in (select id::text from payment where festival_id = $1)`,
    [festivalId],
  );
  return rows[0] ?? { times: 0, amount: 0 };
}
