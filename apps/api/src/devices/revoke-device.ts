import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/devices/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Revokes a device: its next request is refused. Revoking it again changes nothing. */
export async function revokeDevice(ctx: Ctx, { params }: Input<typeof contract.revokeDevice>): Promise<void> {
  await deed(ctx, params.festivalId, async (tx) => {
    const revoked = (await store.revoke(tx, params.deviceId, ctx.clock.now())) ?? fail('general.not_found');
    if (!revoked.wasLiving) return;
    await record(tx, ctx, { name: 'devices.revoked', subjectId: params.deviceId, after: { name: revoked.name } });
  });
}
