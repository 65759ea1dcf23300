import type { Input, Output } from '@festivals/contract';
import type { Table } from '@festivals/domain/csv';
import { planVolunteers, type VolunteerPlan } from '@festivals/domain/identity/plan-volunteers';
import { invitationSeconds } from '@festivals/domain/identity/rules';
import type * as contract from '@festivals/domain/identity/volunteer-contract';
import { InvitationId } from '@festivals/domain/primitives';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { receivedTable } from '../platform/table/received-table.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import { openInvitation } from './invitation-store.ts';
import { requireFuture } from './member-period.ts';
import * as store from './volunteer-store.ts';

/** What a file would change. */
export async function previewVolunteers(
  ctx: Ctx,
  { params, body }: Input<typeof contract.previewVolunteers>,
): Promise<Output<typeof contract.previewVolunteers>> {
  const table = await receivedTable(body);
  const plan = await look(ctx, params.festivalId, (tx) => planned(tx, table));
  return { hash: hashOf(plan), rows: plan.rows };
}

/** Writes what the preview showed, and puts the invitations of who is new into the queue of mails; all of it, or nothing. */
export async function importVolunteers(
  ctx: Ctx,
  { params: { festivalId }, query, body }: Input<typeof contract.importVolunteers>,
): Promise<Output<typeof contract.importVolunteers>> {
  const table = await receivedTable(body);
  const { personId } = personOf(ctx);
  return deed(ctx, festivalId, async (tx) => {
    await requireFuture(tx, query.memberUntil ?? null);
    await store.lockVolunteers(tx);
    const plan = await planned(tx, table);
    if (hashOf(plan) !== query.hash) fail('identity.volunteers_changed');
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line);
    if (refused.length > 0) fail('identity.volunteers_refused', { lines: refused.slice(0, 100) });
    const created = plan.writes.filter(({ before }) => before === null).map(({ after }) => after);
    await store.writeVolunteers(
      tx,
      plan.writes.map(({ before, after }) => ({ ...after, id: before?.id ?? v7() })),
    );
    const known = await store.knownAddresses(
      tx,
      created.map(({ email }) => email),
    );
    const strangers = created.filter(({ email }) => !known.has(email));
    const sentAt = ctx.clock.now();
    for (const { email } of strangers) {
      await openInvitation(tx, {
        festivalId,
        id: InvitationId.parse(v7()),
        email,
        role: 'STAFF',
        language: ctx.request.language,
        invitedBy: personId,
        sentAt,
        expiresAt: new Date(sentAt.getTime() + invitationSeconds * 1000),
        memberUntil: query.memberUntil ?? null,
        queued: true,
      });
    }
    const after = {
      created: created.length,
      changed: plan.writes.length - created.length,
      invited: strangers.length,
    };
    await record(tx, ctx, { name: 'identity.volunteers_imported', subjectId: festivalId, after });
    return after;
  });
}

async function planned(tx: Tx, table: Table): Promise<VolunteerPlan> {
  const plan = planVolunteers(table, await store.allVolunteers(tx));
  return 'reason' in plan ? fail('identity.volunteers_unreadable', { ...plan }) : plan;
}

// What was shown and what will be written, and from which versions; who has joined meanwhile changes nothing of it.
const hashOf = ({ rows, writes }: VolunteerPlan) =>
  createHash('sha256')
    .update(JSON.stringify([rows, writes.map(({ before, after }) => [before?.id, before?.version, after])]))
    .digest('hex');
