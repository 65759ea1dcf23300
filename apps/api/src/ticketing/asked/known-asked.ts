/** What a festival asks of its buyers, remembered for a moment: each order is judged by it, and most festivals ask nothing. */
import { dateIn } from '@festivals/domain/calendar';
import { plainAsked } from '@festivals/domain/ticketing/asked/plain-asked';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import type { Pool } from 'pg';
import type { Ctx } from '../../platform/context.ts';

export interface AskedNow {
  asked: AskedOfBuyers;
  version: number;
  /** The festival's first day. */
  startsOn: string;
  zone: string;
  isPublic: boolean;
}

const remembered = new WeakMap<Pool, Map<string, { read: number; now: AskedNow }>>();
const freshMs = 10_000;
const most = 1000;

/** What is asked, at most some seconds old; what is too old is found out when the order is placed. Null where there is no such festival. */
export async function knownAsked(ctx: Ctx, festivalId: string): Promise<AskedNow | null> {
  const all = rememberedBy(ctx);
  const known = all.get(festivalId);
  if (known && Date.now() - known.read < freshMs) return known.now;
  const now = await readAsked(ctx, festivalId);
  if (!now) return null;
  if (all.size >= most) all.clear();
  all.set(festivalId, { read: Date.now(), now });
  return now;
}

export const forgetAsked = (ctx: Ctx, festivalId: string): boolean => rememberedBy(ctx).delete(festivalId);

/** What is asked at this moment. */
export async function readAsked(ctx: Ctx, festivalId: string): Promise<AskedNow | null> {
  const { rows } = await ctx.resources.pool.query<Omit<AskedNow, 'asked'> & { asked: AskedOfBuyers | null }>({
    name: 'asked-of-buyers',
    text: `select asked, version, starts_on::text as "startsOn", zone, is_public as "isPublic" from lookup.asked_of_buyers($1)`,
    values: [festivalId],
  });
  const [row] = rows;
  return row ? { ...row, asked: row.asked ?? plainAsked } : null;
}

/** The date in the festival's zone. */
export const todayAt = (ctx: Ctx, { zone }: Pick<AskedNow, 'zone'>): string => dateIn(ctx.clock.now(), zone);

function rememberedBy({ resources: { pool } }: Ctx): Map<string, { read: number; now: AskedNow }> {
  const all = remembered.get(pool) ?? new Map<string, { read: number; now: AskedNow }>();
  remembered.set(pool, all);
  return all;
}
