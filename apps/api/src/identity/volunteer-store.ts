/** The table of volunteers. */
import type { Volunteer } from '@festivals/domain/identity/volunteer-contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

const volunteers = (tx: Tx, rest: ReturnType<typeof sql>) =>
  sql<Volunteer>`
    select v.id, v.email::text, v.name, v.crew, v.phone, v.version,
      case
        when m.living then 'JOINED' when m.living is not null then 'ENDED' when i.id is null then 'NONE'
        when i.queued then 'QUEUED' when i.expires_at <= now() then 'EXPIRED' else 'INVITED'
      end as state
    from volunteer v
    left join lateral (
      select bool_or(m.ends_at is null or m.ends_at > now()) as living
      from membership m join person p on p.id = m.person_id and p.deleted_at is null
      where m.festival_id = v.festival_id and p.email = v.email
    ) m on true
    left join lateral (
      select i.id, i.queued, i.expires_at from invitation i
      where i.festival_id = v.festival_id and i.email = v.email and i.accepted_at is null and i.revoked_at is null
      order by i.expires_at desc limit 1
    ) i on true
    where v.festival_id = current_festival() ${rest}`.execute(tx);

export const allVolunteers = async (tx: Tx): Promise<Volunteer[]> =>
  (await volunteers(tx, sql`order by lower(v.crew), lower(v.name), v.id`)).rows;

export const volunteer = async (tx: Tx, id: string): Promise<Volunteer | undefined> =>
  (await volunteers(tx, sql`and v.id = ${id}`)).rows[0];

/** Holds one volunteer, or all of them, against changes until the end of the deed. */
export async function lockVolunteers(tx: Tx, id?: string): Promise<void> {
  await sql`
    select from volunteer where festival_id = current_festival() and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
    order by id for update`.execute(tx);
}

type Written = Pick<Volunteer, 'id' | 'email' | 'name' | 'crew' | 'phone'>;

/** Writes volunteers, new ones and known ones by their id. */
export async function writeVolunteers(tx: Tx, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  await sql`
    insert into volunteer (festival_id, id, email, name, crew, phone)
    select current_festival(), x.id, x.email, x.name, x.crew, x.phone
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, email text, name text, crew text, phone text)
    on conflict (festival_id, id) do update
      set name = excluded.name, crew = excluded.crew, phone = excluded.phone, version = volunteer.version + 1`.execute(
    tx,
  );
}

export async function deleteVolunteer(tx: Tx, id: string): Promise<void> {
  await sql`delete from volunteer where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** Of some addresses, those whose account is in the team now, or who are asked already. */
export async function knownAddresses(tx: Tx, emails: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ email: string }>`
    select lower(p.email::text) as email from membership m join person p on p.id = m.person_id and p.deleted_at is null
    where m.festival_id = current_festival() and (m.ends_at is null or m.ends_at > now())
      and p.email = any(${sql.val([...emails])}::citext[])
    union
    select lower(i.email::text) from invitation i
    where i.festival_id = current_festival() and i.role = 'STAFF' and i.accepted_at is null and i.revoked_at is null
      and i.expires_at > now() and i.email = any(${sql.val([...emails])}::citext[])`.execute(tx);
  return new Set(rows.map(({ email }) => email));
}
