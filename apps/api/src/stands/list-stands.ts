import type { Input, Output } from '@festivals/contract';
import type { listStands as contract } from '@festivals/domain/stands/contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { keptDocument } from '../platform/kept-document.ts';
import type { Prepared } from '../platform/prepared.ts';
import * as store from './store.ts';

type Stands = Output<typeof contract>;

const stands = keptDocument<Stands>(['stands', 'places', 'media', 'festival'], store.list);

/** Where to eat and drink, with prices. */
export const listStands = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Prepared<Stands>> =>
  stands(ctx, params.festivalId, (tx) => visibleFestival(tx, ctx, params.festivalId));
