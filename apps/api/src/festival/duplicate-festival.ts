import type { Input, Output } from '@festivals/contract';
import { addDays, daysBetween } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import { CopiedThing, type duplicateFestival as contract } from '@festivals/domain/festival/duplicate-contract';
import type { previewDuplicate as preview } from '@festivals/domain/festival/duplicate-contract';
import { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { addMember } from '../identity/add-member.ts';
import { copyTeam, countTeam, readTeam } from '../identity/copy-team.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { countOf, insertRows, type Move, parentsFirst, type Row, rowsOf } from '../platform/copied-table.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import { copiedTables } from './copied-tables.ts';
import { renewIds } from './renew-ids.ts';
import * as store from './store.ts';

/** What goes along where the sets do. */
const ofSlots = new Set(['slot', 'slot_artist']);

/** How much of each thing would go along. */
export const previewDuplicate = (ctx: Ctx, { params }: Input<typeof preview>): Promise<Output<typeof preview>> =>
  look(ctx, params.festivalId, async (tx) => {
    const counts = new Map<string, number>([['members', await countTeam(tx)]]);
    for (const { table, thing } of copiedTables)
      if (thing !== null) counts.set(thing, (counts.get(thing) ?? 0) + (await countOf(tx, table)));
    return CopiedThing.options.flatMap((thing) => {
      const count = counts.get(thing);
      return count === undefined ? [] : [{ thing, count }];
    });
  });

/** Makes next year's festival out of this one: everything encoded, nothing that happened. The source is read at one moment. */
export async function duplicateFestival(
  ctx: Ctx,
  { params, body }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const person = personOf(ctx);
  if (!person.emailVerified) fail('identity.email_not_verified');
  const tables = parentsFirst(copiedTables).filter(({ table }) => body.slots || !ofSlots.has(table));
  const source = await look(
    ctx,
    params.festivalId,
    async (tx) => ({
      festival: (await store.find(tx)) ?? fail('general.not_found'),
      team: body.team ? await readTeam(tx) : [],
      rows: new Map(await inTurn(tables, async ({ table }) => [table, await rowsOf(tx, table)] as const)),
    }),
    'repeatable read',
  );
  const festivalId = FestivalId.parse(v7());
  const days = daysBetween(source.festival.startsOn, body.startsOn);
  const fields = {
    ...source.festival,
    name: body.name,
    slug: body.slug,
    startsOn: body.startsOn,
    endsOn: addDays(source.festival.endsOn, days),
  };
  const ids = newIds(params.festivalId, festivalId, [...source.rows.values()].flat());
  const { zone, cutOff } = source.festival;
  const move: Move = { zone, cutOff, days, kept: (id) => ids.get(String(id)) ?? null };
  return deed(ctx, festivalId, async (tx) => {
    const festival: z.input<typeof Festival> = await store.insert(tx, festivalId, fields, ctx.clock.now());
    const counts: Record<string, number> = {};
    const written = new Set<string>();
    for (const { table, adapt } of tables) {
      const known: Move = { ...move, kept: (id) => (written.has(String(id)) ? move.kept(id) : null) };
      const rows = (source.rows.get(table) ?? []).flatMap((before) => {
        const row = adapt(before, known);
        if (row === null) return [];
        if (typeof before['id'] === 'string') written.add(before['id']);
        return [renewIds({ ...row, ...('version' in row && { version: 1 }) }, ids)];
      });
      await insertRows(tx, table, rows);
      counts[table] = rows.length;
    }
    await record(tx, ctx, {
      name: 'festival.duplicated',
      subjectId: festivalId,
      after: { from: params.festivalId, days, counts, festival },
    });
    await addMember(tx, ctx, { festivalId, personId: person.personId, role: 'ORGANISER' });
    await copyTeam(tx, ctx, { festivalId, team: source.team });
    return festival;
  });
}

/** One after the other: a transaction does one thing at a time. */
async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

function newIds(from: string, to: string, rows: readonly Row[]): Map<string, string> {
  const ids = new Map([[from, to]]);
  for (const { id } of rows) if (typeof id === 'string') ids.set(id, v7());
  return ids;
}
