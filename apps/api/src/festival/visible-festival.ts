import { isPublic } from '@festivals/domain/festival/rules';
import { previewHeader } from '@festivals/domain/festival/preview-contract';
import { may } from '@festivals/domain/identity/policy';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import type { Tx } from '../platform/transaction.ts';
import { isPreviewToken } from './preview-token.ts';
import { find, type FestivalView } from './store.ts';

/** The transaction's festival for whoever calls; a draft does not exist for those whom its team has not let look at it. */
export async function visibleFestival(tx: Tx, ctx: Ctx, festivalId: FestivalId): Promise<FestivalView> {
  const festival = await find(tx);
  const mayLook = festival && (isPublic(festival) || isOfTeam(ctx, festivalId) || holdsPreview(ctx, festivalId));
  return mayLook ? festival : fail('general.not_found');
}

function isOfTeam({ caller }: Ctx, festivalId: FestivalId): boolean {
  if (caller.kind === 'person') return may(caller, 'festival.read');
  return caller.kind === 'device' && caller.festivalId === festivalId;
}

function holdsPreview({ request, resources, clock }: Ctx, festivalId: FestivalId): boolean {
  const token = request.headers[previewHeader];
  return typeof token === 'string' && isPreviewToken(resources.env.JWT_SECRET, festivalId, token, clock.now());
}
