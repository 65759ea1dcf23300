/** What the public site is told: that a festival changed, and in which domain. Said by the deed itself, as it commits. */
import { FestivalId } from '@festivals/domain/primitives';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { DomainModule } from '../domain-module.ts';

export const siteChannel = 'festivals_site';

/** How the names of events begin after which public pages show something else. */
export const shownIn = (modules: readonly DomainModule[]): readonly string[] =>
  modules.flatMap((module) => module.shown ?? []);

/**
 * The domains in which these events change what public pages show. What a module names beside the whole of its domain stands apart:
 * with `festival.news_` beside `festival.` the news are told as `festival.news`.
 */
export function domainsShown(shown: readonly string[], eventNames: readonly string[]): string[] {
  const told = eventNames.flatMap((name) => {
    const fitting = shown.filter((beginning) => name.startsWith(beginning));
    const longest = fitting.reduce((long, one) => (one.length > long.length ? one : long), '');
    if (fitting.length === 0) return [];
    return fitting.length > 1 ? longest.replace(/[._]$/, '') : name.slice(0, name.indexOf('.'));
  });
  return [...new Set(told)];
}

/**
 * Notifies of a domain in the transaction's festival. PostgreSQL sends it when the transaction commits, once however often it is said,
 * and never when it does not. Only for what somebody edits: committing waits for every other transaction that notifies.
 */
export const notifySite = (domain: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`pg_notify(${siteChannel}, concat_ws(' ', current_festival(), ${domain}))`;

const Wire = z.tuple([FestivalId, z.string().regex(/^[a-z]+(\.[a-z]+)?$/)]);

/** Reads a notification; null for one that is not ours. */
export function readSiteNews(payload: string): { festivalId: FestivalId; domain: string } | null {
  const read = Wire.safeParse(payload.split(' '));
  return read.success ? { festivalId: read.data[0], domain: read.data[1] } : null;
}
