import type { Input, Output } from '@festivals/contract';
import type { FoundAddress, getAddressService as service } from '@festivals/domain/festival/address-contract';
import type { searchAddresses as contract } from '@festivals/domain/festival/address-contract';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { platform, step } from '../platform/transaction.ts';
import { findAnswer, keepAnswer, takeTurn } from './address-store.ts';
import { askNominatim } from './ask-nominatim.ts';

/** Whether addresses can be looked up here. */
export async function getAddressService(ctx: Ctx): Promise<Output<typeof service>> {
  return { available: ctx.resources.env.NOMINATIM_URL !== undefined };
}

/** Looks an address up: from what was answered before, else from the service, one question a second for all of us. */
export async function searchAddresses(ctx: Ctx, { query }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, env, log } = ctx.resources;
  const base = env.NOMINATIM_URL ?? fail('festival.address_search_off');
  const search = { language: ctx.request.language, query: query.query.toLowerCase().replaceAll(/\s+/g, ' ') };
  const known = await findAnswer(db, search);
  if (known) return known;
  const wait = (await step(ctx, platform, takeTurn)) ?? fail('festival.address_search_busy');
  await sleep(wait);
  // Somebody before us in the queue may have asked the same.
  const meanwhile = await findAnswer(db, search);
  if (meanwhile) return meanwhile;
  const found = await askNominatim(base, search, installationOf(env)).catch((error: unknown): FoundAddress[] => {
    log.warn({ err: error }, 'The address service did not answer as it should.');
    return fail('festival.address_search_failed');
  });
  await step(ctx, platform, (tx) => keepAnswer(tx, search, found));
  return found;
}

/** Who asks, as the service's policy wants to be told: which installation this is and how its keepers are reached. */
const installationOf = ({ SITE_URL, MAIL_FROM }: { SITE_URL: string; MAIL_FROM: string }): string =>
  `Festivals/1.0 (${SITE_URL}; ${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM})`;
