/** How providers stand: one row each, for all processes. */
import { afterFailure, healthy, type ProviderHealth } from '@festivals/domain/payments/breaker';
import type { OnlineProvider } from '@festivals/domain/payments/schemas';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { platform, step, type Tx } from '../platform/transaction.ts';

export async function healthOf({ resources }: Ctx, provider: OnlineProvider): Promise<ProviderHealth> {
  const { rows } = await sql<{ failures: number; shutUntil: Date | null }>`
    select failures, shut_until as "shutUntil" from provider_health where provider = ${provider}`.execute(resources.db);
  const [row] = rows;
  return row ? { failures: row.failures, shutUntil: row.shutUntil === null ? null : new Date(row.shutUntil) } : healthy;
}

/** One more failure in a row, or none any more. Two processes that count at once may count one: the next failure tells. */
export async function noteHealth(ctx: Ctx, provider: OnlineProvider, answered: boolean): Promise<void> {
  const before = await healthOf(ctx, provider);
  if (answered && before.failures === 0) return;
  const after = answered ? healthy : afterFailure(before, ctx.clock.now());
  await step(ctx, platform, (tx) => write(tx, provider, after));
  if (after.shutUntil !== null)
    ctx.resources.log.warn({ provider, failures: after.failures }, 'a payment provider is left alone');
}

async function write(tx: Tx, provider: OnlineProvider, after: ProviderHealth): Promise<void> {
  await sql`
    insert into provider_health (provider, failures, shut_until) values (${provider}, ${after.failures}, ${after.shutUntil})
    on conflict (provider) do update set failures = excluded.failures, shut_until = excluded.shut_until, changed_at = now()`.execute(
    tx,
  );
}
