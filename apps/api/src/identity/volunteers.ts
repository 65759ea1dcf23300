import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/volunteer-contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { given } from '../platform/given.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import { findAccount } from './account-store.ts';
import { revokeStaffInvitation } from './invitation-store.ts';
import { takeRoles } from './member-store.ts';
import * as store from './volunteer-store.ts';

/** Volunteers by crew and name. */
export const listVolunteers = (
  ctx: Ctx,
  { params }: Input<typeof contract.listVolunteers>,
): Promise<Output<typeof contract.listVolunteers>> => look(ctx, params.festivalId, store.allVolunteers);

/** Changes a volunteer whom nobody changed meanwhile. */
export function updateVolunteer(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateVolunteer>,
): Promise<Output<typeof contract.updateVolunteer>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await volunteerAt(tx, params.volunteerId, body.version);
    const after = { ...before, ...given(body.changes), version: before.version + 1 };
    await store.writeVolunteers(tx, [after]);
    await record(tx, ctx, {
      name: 'identity.volunteer_changed',
      subjectId: before.id,
      before: { crew: before.crew },
      after: { crew: after.crew },
    });
    return after;
  });
}

/** Takes a volunteer out: what is kept of them, the way in, and the role that they came with. */
export function removeVolunteer(ctx: Ctx, { params, query }: Input<typeof contract.removeVolunteer>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await volunteerAt(tx, params.volunteerId, query.version);
    await store.deleteVolunteer(tx, before.id);
    await revokeStaffInvitation(tx, before.email, ctx.clock.now());
    const account = await findAccount(tx, { email: before.email });
    if (account) await takeRoles(tx, account.id, ['STAFF']);
    await record(tx, ctx, { name: 'identity.volunteer_removed', subjectId: before.id, before: { crew: before.crew } });
  });
}

async function volunteerAt(tx: Tx, id: string, version: number) {
  await store.lockVolunteers(tx, id);
  const volunteer = (await store.volunteer(tx, id)) ?? fail('general.not_found');
  if (volunteer.version !== version) fail('general.conflict', { version: volunteer.version });
  return volunteer;
}
