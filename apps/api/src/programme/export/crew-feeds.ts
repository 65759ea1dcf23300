import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/export/contract';
import { icalendar } from '@festivals/domain/programme/export/icalendar';
import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed, look, step } from '../../platform/transaction.ts';
import * as store from './crew-feed-store.ts';
import { exportedProgramme } from './exported-programme.ts';
import { etagOf } from './feed-programme.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

export const listCrewFeeds = (
  ctx: Ctx,
  { params }: Input<typeof contract.listCrewFeeds>,
): Promise<Output<typeof contract.listCrewFeeds>> => look(ctx, params.festivalId, store.crewFeeds);

/** Makes a calendar for the crew. Its secret is told now and never again. */
export function createCrewFeed(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createCrewFeed>,
): Promise<Output<typeof contract.createCrewFeed>> {
  const secret = randomBytes(32).toString('base64url');
  const id = v7();
  const at = ctx.clock.now();
  return deed(ctx, params.festivalId, async (tx) => {
    const made = {
      festivalId: params.festivalId,
      id,
      name: body.name,
      hash: hashOf(secret),
      by: actorId(ctx.caller),
      at,
    };
    await store.insertCrewFeed(tx, made);
    await record(tx, ctx, { name: 'programme.crew_feed_created', subjectId: id, after: { name: body.name } });
    const path = `/festivals/${params.festivalId}/programme/crew/${secret}/programme.ics`;
    return { id, name: body.name, createdAt: at.toISOString(), usedAt: null, path };
  });
}

/** Closes a calendar of the crew: its address answers nobody any more. */
export async function revokeCrewFeed(
  ctx: Ctx,
  { params }: Input<typeof contract.revokeCrewFeed>,
): Promise<Output<typeof contract.revokeCrewFeed>> {
  await deed(ctx, params.festivalId, async (tx) => {
    const name = await store.revokeCrewFeed(tx, params.feedId, ctx.clock.now());
    if (name === undefined) fail('general.not_found');
    await record(tx, ctx, { name: 'programme.crew_feed_revoked', subjectId: params.feedId, before: { name } });
  });
}

/** The programme for whoever has the address: also what is pending, and what is secret. */
export function readCrewFeed(
  ctx: Ctx,
  { params }: Input<typeof contract.readCrewFeed>,
): Promise<Output<typeof contract.readCrewFeed>> {
  return step(ctx, params.festivalId, async (tx) => {
    const isOpen = await store.useCrewFeed(tx, hashOf(params.secret), ctx.clock.now());
    const festival = await findFestival(tx);
    if (!isOpen || !festival) fail('general.not_found');
    const programme = await exportedProgramme(tx, ctx, festival, (slot) => (slot.status === 'CANCELLED' ? null : slot));
    const body = Buffer.from(icalendar(programme, ctx.clock.now()));
    return { body, name: `${festival.slug}-crew.ics`, etag: etagOf(programme) };
  });
}
