/** The table of the details' parts: one row for each that was ever written. */
import type { Details } from '@festivals/domain/festival/details-contract';
import { emptySections, type SectionName } from '@festivals/domain/festival/details';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** All parts, those that nobody wrote empty at version 0. */
export async function read(tx: Tx): Promise<Details> {
  const { rows } = await sql<{ details: Partial<Details> }>`
    select coalesce(jsonb_object_agg(name, jsonb_build_object('version', version, 'content', content)), '{}') as details
    from festival_section where festival_id = current_festival()`.execute(tx);
  const written = rows[0]?.details ?? {};
  const part = <N extends SectionName>(name: N) => written[name] ?? { version: 0, content: emptySections[name] };
  // Each part is what its own schema let in, or its own emptiness.
  return {
    contact: part('contact'),
    legal: part('legal'),
    policies: part('policies'),
    social: part('social'),
    faq: part('faq'),
    vat: part('vat'),
    travel: part('travel'),
    guide: part('guide'),
    reasons: part('reasons'),
    tokens: part('tokens'),
  } as Details;
}

/** Writes a part; its version goes up. The festival's row is held meanwhile, so that two never write the first one at once. */
export async function write(tx: Tx, name: SectionName, content: object): Promise<void> {
  await sql`
    insert into festival_section (festival_id, name, content)
    values (current_festival(), ${name}, ${JSON.stringify(content)}::jsonb)
    on conflict (festival_id, name) do update set content = excluded.content, version = festival_section.version + 1`.execute(
    tx,
  );
}
