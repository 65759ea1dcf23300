import type { Download, Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/personal/contract';
import { exportSeconds, exportState, secondsToNextExport } from '@festivals/domain/personal/rules';
import { FestivalId } from '@festivals/domain/primitives';
import { find as findFestival } from '../festival/store.ts';
import { findAccount } from '../identity/account-store.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import type { Job } from '../platform/domain-module.ts';
import { fail } from '../platform/fault.ts';
import type { PersonalPart, Who } from '../platform/personal-part.ts';
import { record } from '../platform/record.ts';
import { deed, look, platform, step, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

/** How my copy stands, and whether my account is about to end. */
export async function getMyData(ctx: Ctx): Promise<Output<typeof contract.getMyData>> {
  const { personId } = personOf(ctx);
  const { db } = ctx.resources;
  const copy = await store.findCopy(db, personId);
  const state = exportState(copy, ctx.clock.now());
  const isThere = state === 'ready';
  return {
    export: {
      state,
      madeAt: (isThere && copy?.madeAt?.toISOString()) || null,
      expiresAt: (isThere && copy?.expiresAt?.toISOString()) || null,
    },
    deletionAt: (await store.deletionOf(db, personId))?.toISOString() ?? null,
    onlyOrganiserOf: await store.onlyOrganiserOf(ctx, personId),
  };
}

/** Asks for a copy of all that is held about me. */
export async function askMyExport(ctx: Ctx, _input: Input<typeof contract.askMyExport>): Promise<void> {
  const { personId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    const now = ctx.clock.now();
    const copy = await store.findCopy(tx, personId);
    const wait = secondsToNextExport(copy?.askedAt ?? null, now);
    if (wait > 0) fail('personal.exported_lately', { retryAfterSeconds: wait });
    await store.askCopy(tx, personId, now);
    await record(tx, ctx, { name: 'personal.export_asked', subjectId: personId });
  });
}

export async function downloadMyExport(ctx: Ctx): Promise<Download> {
  const { personId } = personOf(ctx);
  const copy = await store.copyContent(ctx.resources.db, personId, ctx.clock.now());
  if (!copy?.content) fail('general.not_found');
  return { body: Buffer.from(copy.content), name: 'my-data.json' };
}

/** Makes the copy, festival by festival, each as it is at one moment. */
export const makeExport =
  (parts: readonly PersonalPart[]): Job =>
  async (ctx, { subjectId: personId }) => {
    const account = await findAccount(ctx.resources.db, { id: personId });
    if (!account) return;
    const who = { id: account.id, email: account.email };
    const read = (festivalId: FestivalId, where: PersonalPart['in']) =>
      look(
        ctx,
        festivalId,
        (tx) =>
          readAll(
            tx,
            parts.filter((part) => part.in === where),
            who,
          ),
        'repeatable read',
      );
    const festivals: object[] = [];
    for (const id of await store.festivalsAbout(ctx, personId)) {
      const festivalId = FestivalId.parse(id);
      const festival = await look(ctx, festivalId, findFestival);
      festivals.push({ festival: festival?.name ?? id, ...(await read(festivalId, 'festivals')) });
    }
    const madeAt = ctx.clock.now();
    const content = JSON.stringify({ madeAt, ...(await read(platform, 'platform')), festivals }, null, 2);
    await step(ctx, platform, async (tx) => {
      const expiresAt = new Date(madeAt.getTime() + exportSeconds * 1000);
      if (!(await store.putCopy(tx, { personId, content, madeAt, expiresAt }))) return;
      await record(tx, ctx, { name: 'personal.export_made', subjectId: personId });
    });
  };

async function readAll(tx: Tx, parts: readonly PersonalPart[], who: Who): Promise<Record<string, readonly object[]>> {
  const all: Record<string, readonly object[]> = {};
  for (const part of parts) all[part.name] = await part.read(tx, who);
  return all;
}
