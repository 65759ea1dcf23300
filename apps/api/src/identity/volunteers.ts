import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/volunteer-contract';
import { volunteerKeptMs } from '@festivals/domain/identity/volunteer-contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { given } from '../platform/given.ts';
import { record } from '../platform/record.ts';
import { deed, look, platform, step, type Tx } from '../platform/transaction.ts';
import { findAccount } from './account-store.ts';
import { grantRoles } from './add-member.ts';
import { revokeStaffInvitation } from './invitation-store.ts';
import { staffOf, takeRoles } from './member-store.ts';
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
    await revokeStaffInvitation(tx, before.email, ctx.clock.now());
    const account = await findAccount(tx, { email: before.email });
    const staff = account && (await staffOf(tx, account.id));
    await store.setAside(tx, before.id, { staff, at: ctx.clock.now() });
    if (account) await takeRoles(tx, account.id, ['STAFF']);
    await record(tx, ctx, { name: 'identity.volunteer_removed', subjectId: before.id, before: { crew: before.crew } });
  });
}

/** Brings a volunteer back who was taken out, with the role that went with them. */
export function restoreVolunteer(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreVolunteer>,
): Promise<Output<typeof contract.restoreVolunteer>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const id = params.volunteerId;
    if (await store.volunteer(tx, id)) fail('general.conflict');
    const back = (await store.takeBack(tx, id)) ?? fail('general.not_found');
    const account = back.wasStaff && (await findAccount(tx, { email: back.email }));
    if (account)
      await grantRoles(tx, {
        festivalId: params.festivalId,
        personId: account.id,
        roles: ['STAFF'],
        until: back.staffEndsAt,
      });
    const after = (await store.volunteer(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'identity.volunteer_restored', subjectId: id, after: { crew: after.crew } });
    return after;
  });
}

/** Forgets for good who was taken out too long ago to be brought back. */
export const forgetVolunteers = (ctx: Ctx): Promise<void> =>
  step(ctx, platform, (tx) => store.forget(tx, new Date(ctx.clock.now().getTime() - volunteerKeptMs)));

async function volunteerAt(tx: Tx, id: string, version: number) {
  await store.lockVolunteers(tx, id);
  const volunteer = (await store.volunteer(tx, id)) ?? fail('general.not_found');
  if (volunteer.version !== version) fail('general.conflict', { version: volunteer.version });
  return volunteer;
}
