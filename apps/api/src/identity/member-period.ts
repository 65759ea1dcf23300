import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/team-contract';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { lockMember, setEnd } from './member-store.ts';

/** Says until when a member is of the team. What they may do ends then by itself, by the database's clock. */
export function setMemberPeriod(
  ctx: Ctx,
  { params: { festivalId, personId }, body }: Input<typeof contract.setMemberPeriod>,
): Promise<Output<typeof contract.setMemberPeriod>> {
  return deed(ctx, festivalId, async (tx) => {
    const { endsAt: before } = (await lockMember(tx, personId)) ?? fail('general.not_found');
    if (instantOf(before) !== instantOf(body.was)) fail('general.conflict', { until: before });
    await requireFuture(tx, body.until);
    await setEnd(tx, personId, body.until);
    await record(tx, ctx, {
      name: 'identity.member_period_set',
      subjectId: personId,
      before: { until: before },
      after: { until: body.until },
    });
    return { personId, until: body.until };
  });
}

/** Refuses an end that is over already, by the clock that will end it. */
export async function requireFuture(tx: Tx, until: string | null): Promise<void> {
  if (until === null) return;
  const { rows } = await sql<{ over: boolean }>`select ${until}::timestamptz <= now() as over`.execute(tx);
  if (rows[0]?.over) fail('identity.period_over');
}

const instantOf = (text: string | null) => (text === null ? null : Date.parse(text));
