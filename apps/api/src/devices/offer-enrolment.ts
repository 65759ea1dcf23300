import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/devices/contract';
import { enrolmentMinutes } from '@festivals/domain/devices/enrolment-code';
import { v7 } from 'uuid';
import { type Ctx, personOf } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { codeOf, hashCode } from './enrolment-secret.ts';
import * as store from './store.ts';

/** Makes a code with which one device may enrol itself. */
export async function offerEnrolment(
  ctx: Ctx,
  { params, body }: Input<typeof contract.offerEnrolment>,
): Promise<Output<typeof contract.offerEnrolment>> {
  const { env } = ctx.resources;
  const { festivalId } = params;
  const rights = [...new Set(body.rights)];
  const offer = await deed(ctx, festivalId, async (tx) => {
    const id = v7();
    const expiresAt = new Date(ctx.clock.now().getTime() + enrolmentMinutes * 60_000);
    const codeHash = hashCode(env, codeOf(env, id));
    await store.insertEnrolment(tx, {
      festivalId,
      id,
      codeHash,
      name: body.name,
      rights,
      offeredBy: personOf(ctx).personId,
      expiresAt,
    });
    await record(tx, ctx, { name: 'devices.enrolment_offered', subjectId: id, after: { name: body.name, rights } });
    return { id, expiresAt: expiresAt.toISOString() };
  });
  return { code: codeOf(env, offer.id), expiresAt: offer.expiresAt };
}
