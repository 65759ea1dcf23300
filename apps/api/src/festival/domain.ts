import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/festival/domain-contract';
import type { FestivalDomain } from '@festivals/domain/festival/domain-contract';
import type { Ctx } from '../platform/context.ts';
import type { Env } from '../platform/env.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './domain-store.ts';
import { findRecord } from './find-record.ts';
import { find } from './store.ts';

const viewOf = ({ host, token, confirmedAt, version }: store.DomainRow): FestivalDomain => ({
  host,
  confirmedAt: confirmedAt as FestivalDomain['confirmedAt'],
  record: { name: `_festivals.${host}`, value: token },
  version,
});

/** The festival's own domain, and the address that it has by itself. */
export const getDomain = (
  ctx: Ctx,
  { params }: Input<typeof contract.getDomain>,
): Promise<Output<typeof contract.getDomain>> =>
  look(ctx, params.festivalId, async (tx) => {
    const [row, festival] = [await store.read(tx), await find(tx)];
    const { SITE_URL, SITE_BASE_DOMAIN: base } = ctx.resources.env;
    return {
      domain: row ? viewOf(row) : null,
      target: base ?? new URL(SITE_URL).hostname,
      given: base === undefined || !festival ? null : `${festival.slug}.${base}`,
    };
  });

/** Says which domain is the festival's; another one has to be proven anew. */
export function claimDomain(
  ctx: Ctx,
  { params, body }: Input<typeof contract.claimDomain>,
): Promise<Output<typeof contract.claimDomain>> {
  if (isOurs(ctx.resources.env, body.host)) fail('festival.domain_ours');
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await store.lock(tx);
    if ((before?.version ?? 0) !== body.version) fail('general.conflict');
    if (before?.host === body.host) return viewOf(before);
    const claim = { host: body.host, token: `festivals-${randomBytes(18).toString('base64url')}` };
    const after = before
      ? await store.write(tx, { ...claim, confirmedAt: null })
      : ((await store.insert(tx, claim)) ?? fail('general.conflict'));
    await tell(tx, ctx, 'festival.domain_claimed', before, after, params.festivalId);
    return viewOf(after);
  });
}

/** Looks for the record, then lets the site answer at the domain. */
export async function confirmDomain(
  ctx: Ctx,
  { params, body }: Input<typeof contract.confirmDomain>,
): Promise<Output<typeof contract.confirmDomain>> {
  const claimed = await look(ctx, params.festivalId, (tx) => at(tx, store.read, body.version));
  const sought = viewOf(claimed).record;
  // Asked before the transaction: somebody else's name server may take its time.
  if (!(await findRecord(ctx.resources.env, sought))) fail('festival.domain_unproven', { name: sought.name });
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await at(tx, store.lock, body.version);
    const after = await store.write(tx, { ...before, confirmedAt: ctx.clock.now().toISOString() });
    await tell(tx, ctx, 'festival.domain_confirmed', before, after, params.festivalId);
    return viewOf(after);
  });
}

/** Gives the domain up. */
export function removeDomain(ctx: Ctx, { params, query }: Input<typeof contract.removeDomain>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await at(tx, store.lock, query.version);
    await store.remove(tx);
    await tell(tx, ctx, 'festival.domain_removed', before, undefined, params.festivalId);
  });
}

type Reading = (tx: Tx) => Promise<store.DomainRow | undefined>;

async function at(tx: Tx, reading: Reading, version: number): Promise<store.DomainRow> {
  const row = (await reading(tx)) ?? fail('general.not_found');
  return row.version === version ? row : fail('general.conflict');
}

const tell = (
  tx: Tx,
  ctx: Ctx,
  name: `festival.domain_${string}`,
  before: store.DomainRow | undefined,
  after: store.DomainRow | undefined,
  festivalId: string,
): Promise<void> =>
  record(tx, ctx, { name, subjectId: festivalId, before: before && viewOf(before), after: after && viewOf(after) });

/** The installation's own hosts are nobody's. */
function isOurs({ SITE_URL, OFFICE_URL, APP_URL, SITE_BASE_DOMAIN: base }: Env, host: string): boolean {
  const ours = [SITE_URL, OFFICE_URL, APP_URL].map((url) => new URL(url).hostname);
  return ours.includes(host) || (base !== undefined && (host === base || host.endsWith(`.${base}`)));
}
