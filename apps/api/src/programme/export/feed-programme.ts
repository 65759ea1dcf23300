import type { Download, Input } from '@festivals/contract';
import { isPublic } from '@festivals/domain/festival/rules';
import { announced, inFestival } from '@festivals/domain/programme/announced';
import type * as contract from '@festivals/domain/programme/export/contract';
import type { ExportedProgramme } from '@festivals/domain/programme/export/exported-set';
import { frabJson, frabXml } from '@festivals/domain/programme/export/frab';
import { icalendar } from '@festivals/domain/programme/export/icalendar';
import { createHash } from 'node:crypto';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { listedArtists } from '../artist-store.ts';
import { exportedProgramme } from './exported-programme.ts';

const maxAgeSeconds = 300;

interface In {
  params: Input<typeof contract.feedProgrammeIcs>['params'];
}

/** What everyone may subscribe to: confirmed sets of a published festival, cancelled ones of one that is called off, whoever asks, so that any proxy may keep it. */
async function feed(
  ctx: Ctx,
  { params }: In,
  ending: string,
  write: (programme: ExportedProgramme) => string,
): Promise<Download> {
  const programme = await look(ctx, params.festivalId, async (tx) => {
    const festival = await findFestival(tx);
    if (!festival || !isPublic(festival)) fail('general.not_found');
    const now = ctx.clock.now();
    const artists = new Map((await listedArtists(tx)).map((artist) => [artist.id, artist]));
    return exportedProgramme(tx, ctx, festival, (slot) => inFestival(announced(slot, artists, now), festival));
  });
  return {
    body: Buffer.from(write(programme)),
    name: `${programme.festival.slug}-programme.${ending}`,
    etag: etagOf(programme),
    maxAgeSeconds,
  };
}

/** By what is in it: when it was written, which a calendar says as well, makes no other state. */
export const etagOf = (programme: ExportedProgramme): string =>
  createHash('sha256').update(JSON.stringify(programme)).digest('base64url').slice(0, 22);

export const feedProgrammeIcs = (ctx: Ctx, input: In) =>
  feed(ctx, input, 'ics', (programme) => icalendar(programme, ctx.clock.now()));
export const feedProgrammeXml = (ctx: Ctx, input: In) => feed(ctx, input, 'xml', frabXml);
export const feedProgrammeJson = (ctx: Ctx, input: In) => feed(ctx, input, 'json', frabJson);
