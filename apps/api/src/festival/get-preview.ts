import type { Input, Output } from '@festivals/contract';
import type { getPreview as contract } from '@festivals/domain/festival/preview-contract';
import type { Ctx } from '../platform/context.ts';
import { issuePreviewToken } from './preview-token.ts';

const lifeMs = 30 * 60_000;

/** Where the festival's page can be looked at before it is published. */
export async function getPreview(
  ctx: Ctx,
  { params, query }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { JWT_SECRET, SITE_URL } = ctx.resources.env;
  const expiresAt = new Date(ctx.clock.now().getTime() + lifeMs);
  const token = issuePreviewToken(JWT_SECRET, params.festivalId, expiresAt);
  return {
    url: `${SITE_URL}/${query.language}/preview/${params.festivalId}?token=${token}`,
    expiresAt: expiresAt.toISOString(),
  };
}
