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
    where v.festival_id = current_festival() and v.deleted_at is null ${rest}`.execute(tx);

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

/** Takes a volunteer out, and keeps for a while what bringing them back needs. */
export async function setAside(
  tx: Tx,
  id: string,
  { staff, at }: { staff: { endsAt: string | null } | undefined; at: Date },
): Promise<void> {
  await sql`
    update volunteer set deleted_at = ${at}, version = version + 1, was_staff = ${staff !== undefined},
      staff_ends_at = ${staff?.endsAt ?? null}
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

interface Kept {
  email: string;
  wasStaff: boolean;
  staffEndsAt: string | null;
}

/** @returns undefined when there is nobody of that id among those who were taken out */
export async function takeBack(tx: Tx, id: string): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    update volunteer set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null
    returning email::text, was_staff as "wasStaff", iso(staff_ends_at) as "staffEndsAt"`.execute(tx);
  return rows[0];
}

/** Of all festivals, those who were taken out before a moment. */
export const forget = async (tx: Tx, before: Date): Promise<void> =>
  void (await sql`select lookup.forget_volunteers(${before})`.execute(tx));

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
