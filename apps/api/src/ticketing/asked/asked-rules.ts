import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/asked/contract';
import { plainAsked } from '@festivals/domain/ticketing/asked/plain-asked';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';
import { unknownTypes } from '../types/option-store.ts';
import { forgetAsked, readAsked, todayAt } from './known-asked.ts';

type Kept = Output<typeof contract.getAsked>;

/** What the festival asks; one that set nothing asks for names of who wants to give them. */
async function readRules(tx: Tx): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select asked, version from asked_of_buyers where festival_id = current_festival()`.execute(tx);
  return rows[0] ?? { asked: plainAsked, version: 0 };
}

export const getAsked = (
  ctx: Ctx,
  { params }: Input<typeof contract.getAsked>,
): Promise<Output<typeof contract.getAsked>> => look(ctx, params.festivalId, readRules);

/** Sets what is asked as a whole. Whoever is at the checkout answers to the new questions; answers that were given stay as they are. */
export async function saveAsked(
  ctx: Ctx,
  { params, body: { asked, version } }: Input<typeof contract.saveAsked>,
): Promise<Output<typeof contract.saveAsked>> {
  const saved = await deed(ctx, params.festivalId, async (tx) => {
    const before = await readRules(tx);
    if (before.version !== version) fail('general.conflict', { version: before.version });
    const named = [
      ...asked.questions.flatMap(({ ticketTypeIds }) => ticketTypeIds),
      ...asked.minors.map(({ ticketTypeId }) => ticketTypeId),
    ];
    const unknown = await unknownTypes(tx, [...new Set(named)]);
    if (unknown.length > 0) fail('ticketing.unknown_type', { ticketTypeIds: unknown });
    if (!(await write(tx, { asked, version }))) fail('general.conflict', { version: version + 1 });
    await record(tx, ctx, {
      name: 'ticketing.asked_changed',
      subjectId: params.festivalId,
      before: before.asked,
      after: asked,
    });
    return { asked, version: version + 1 };
  });
  forgetAsked(ctx, params.festivalId);
  return saved;
}

/** False when somebody else wrote meanwhile. */
async function write(tx: Tx, { asked, version }: Kept): Promise<boolean> {
  const text = JSON.stringify(asked);
  const written =
    version === 0
      ? await sql`
          insert into asked_of_buyers (festival_id, asked, version) values (current_festival(), ${text}, 1)
          on conflict do nothing returning 1`.execute(tx)
      : await sql`
          update asked_of_buyers set asked = ${text}, version = version + 1
          where festival_id = current_festival() and version = ${version} returning 1`.execute(tx);
  return written.rows.length === 1;
}

/** What the checkout asks at this moment: of the questions those that are asked at all. */
export async function viewAsked(
  ctx: Ctx,
  { params }: Input<typeof contract.viewAsked>,
): Promise<Output<typeof contract.viewAsked>> {
  const now = await readAsked(ctx, params.festivalId);
  if (!now?.isPublic) fail('general.not_found');
  return {
    asked: { ...now.asked, questions: now.asked.questions.filter(({ active }) => active) },
    version: now.version,
    startsOn: now.startsOn,
    today: todayAt(ctx, now),
  };
}
