import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/festival/domain-contract';
import type { FestivalDomain } from '@festivals/domain/festival/domain-contract';
import { endsAt } from '@festivals/domain/festival/domain-rules';
import type { Ctx } from '../platform/context.ts';
import type { Env } from '../platform/env.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './domain-store.ts';
import { findRecord } from './find-record.ts';
import * as formerAddresses from './former-address-store.ts';
import { find } from './store.ts';

/** The domain as the team sees it; instants come from the database as they are. */
export const domainView = ({ host, token, confirmedAt, lostAt, version }: store.DomainRow): FestivalDomain => ({
  host,
  confirmedAt: confirmedAt as FestivalDomain['confirmedAt'],
  lostAt: lostAt as FestivalDomain['lostAt'],
  endsAt: endsAt({ lostAt }) as FestivalDomain['endsAt'],
  record: { name: `_festivals.${host}`, value: token },
  version,
});

/** The festival's own domain, and the address that it has by itself. */
export const getDomain = (
  ctx: Ctx,
  { params }: Input<typeof contract.getDomain>,
): Promise<Output<typeof contract.getDomain>> =>
  look(ctx, params.festivalId, async (tx) => {
    const festival = (await find(tx)) ?? fail('general.not_found');
    const row = await store.read(tx);
    const { SITE_URL, SITE_BASE_DOMAIN: base } = ctx.resources.env;
    const addressAt = (slug: string) => new URL(`/${slug}`, SITE_URL).href;
    return {
      domain: row ? domainView(row) : null,
      target: base ?? new URL(SITE_URL).hostname,
      address: addressAt(festival.slug),
      given: base === undefined ? null : `${festival.slug}.${base}`,
      former: (await formerAddresses.list(tx)).map((one) => ({ ...one, address: addressAt(one.slug) })),
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
    if (before?.host === body.host) return domainView(before);
    const claim = { host: body.host, token: `festivals-${randomBytes(18).toString('base64url')}` };
    const after = before
      ? await store.write(tx, { ...claim, confirmedAt: null, lostAt: null })
      : ((await store.insert(tx, claim)) ?? fail('general.conflict'));
    await tellOfDomain(tx, ctx, 'festival.domain_claimed', { before, after, festivalId: params.festivalId });
    return domainView(after);
  });
}

/** Looks for the record, then lets the site answer at the domain: for the first time, or again after it was lost. */
export async function confirmDomain(
  ctx: Ctx,
  { params, body }: Input<typeof contract.confirmDomain>,
): Promise<Output<typeof contract.confirmDomain>> {
  const claimed = await look(ctx, params.festivalId, (tx) => at(tx, store.read, body.version));
  const sought = domainView(claimed).record;
  // Asked before the transaction: somebody else's name server may take its time.
  if ((await findRecord(ctx.resources.env, sought)) !== 'found')
    fail('festival.domain_unproven', { name: sought.name });
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await at(tx, store.lock, body.version);
    const confirmedAt = before.confirmedAt ?? ctx.clock.now().toISOString();
    const after = await store.write(tx, { ...before, confirmedAt, lostAt: null });
    const name = before.lostAt === null ? 'festival.domain_confirmed' : 'festival.domain_found';
    await tellOfDomain(tx, ctx, name, { before, after, festivalId: params.festivalId });
    return domainView(after);
  });
}

/** Gives the domain up. */
export function removeDomain(ctx: Ctx, { params, query }: Input<typeof contract.removeDomain>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await at(tx, store.lock, query.version);
    await store.remove(tx);
    await tellOfDomain(tx, ctx, 'festival.domain_removed', { before, festivalId: params.festivalId });
  });
}

type Reading = (tx: Tx) => Promise<store.DomainRow | undefined>;

async function at(tx: Tx, reading: Reading, version: number): Promise<store.DomainRow> {
  const row = (await reading(tx)) ?? fail('general.not_found');
  return row.version === version ? row : fail('general.conflict');
}

interface Told {
  before?: store.DomainRow | undefined;
  after?: store.DomainRow;
  festivalId: string;
}

export const tellOfDomain = (
  tx: Tx,
  ctx: Ctx,
  name: `festival.domain_${string}`,
  { before, after, festivalId }: Told,
): Promise<void> =>
  record(tx, ctx, {
    name,
    subjectId: festivalId,
    before: before && domainView(before),
    after: after && domainView(after),
  });

/** The installation's own hosts are nobody's. */
function isOurs({ SITE_URL, OFFICE_URL, APP_URL, SITE_BASE_DOMAIN: base }: Env, host: string): boolean {
  const ours = [SITE_URL, OFFICE_URL, APP_URL].map((url) => new URL(url).hostname);
  return ours.includes(host) || (base !== undefined && (host === base || host.endsWith(`.${base}`)));
}
