import type { FestivalId } from '@festivals/domain/primitives';
import * as domains from '../../festival/domain-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';

/** An address to which a provider may lead a payer back: at the site's own host, below its domain, or at the festival's. Anything else is refused. */
export async function ourAddress(ctx: Ctx, festivalId: FestivalId, address: string): Promise<string> {
  const { SITE_URL, SITE_BASE_DOMAIN } = ctx.resources.env;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') fail('general.validation_failed', { part: 'body', issues: [] });
  if (url.origin === new URL(SITE_URL).origin) return url.href;
  if (SITE_BASE_DOMAIN && url.hostname.endsWith(`.${SITE_BASE_DOMAIN}`)) return url.href;
  const own = await look(ctx, festivalId, domains.read);
  if (own?.confirmedAt && own.host === url.hostname) return url.href;
  return fail('general.validation_failed', {
    part: 'body',
    issues: [{ path: 'returnTo', code: 'custom', message: 'not_ours' }],
  });
}
