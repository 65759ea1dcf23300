import { isPublic } from '@festivals/domain/festival/rules';
import { may } from '@festivals/domain/identity/policy';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import type { Tx } from '../platform/transaction.ts';
import { find, type FestivalView } from './store.ts';

/** The transaction's festival for whoever calls; a draft does not exist for those outside its team. */
export async function visibleFestival(tx: Tx, ctx: Ctx, festivalId: FestivalId): Promise<FestivalView> {
  const festival = await find(tx);
  const mayLook = festival && (isPublic(festival.status) || isOfTeam(ctx, festivalId));
  return mayLook ? festival : fail('general.not_found');
}

function isOfTeam({ caller }: Ctx, festivalId: FestivalId): boolean {
  if (caller.kind === 'person') return may(caller, 'festival.read');
  return caller.kind === 'device' && caller.festivalId === festivalId;
}
