import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/contract';
import { artistSlug } from '@festivals/domain/programme/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as store from './artist-store.ts';
import { current } from './current.ts';
import { lockProgramme } from './edit-store.ts';
import { countSlots } from './slot-store.ts';

/** Adds an artist, with an address made of the name. */
export function createArtist(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createArtist>,
): Promise<Output<typeof contract.createArtist>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const id = v7();
    const taken = await store.slugs(tx);
    const slug = artistSlug(body.name, (wanted) => taken.has(wanted));
    await store.insertArtist(tx, { festivalId: params.festivalId, id, slug, ...body });
    const created = (await store.artist(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.artist_created', subjectId: id, after: created });
    return created;
  });
}

/** Changes an artist; the address stays, because others link to it. */
export function updateArtist(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateArtist>,
): Promise<Output<typeof contract.updateArtist>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = current(await store.artist(tx, params.artistId), body.version);
    await store.updateArtist(tx, before.id, body.changes);
    const after = (await store.artist(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.artist_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes an artist away who has no set, not even a cancelled one. */
export async function deleteArtist(
  ctx: Ctx,
  { params, query }: Input<typeof contract.deleteArtist>,
): Promise<Output<typeof contract.deleteArtist>> {
  await deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = current(await store.artist(tx, params.artistId), query.version);
    const sets = await countSlots(tx, { artistId: before.id });
    if (sets > 0) fail('programme.in_use', { sets });
    await store.deleteArtist(tx, before.id);
    await record(tx, ctx, { name: 'programme.artist_deleted', subjectId: before.id, before });
  });
}
