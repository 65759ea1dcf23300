/**
 * Which festivals were told to have changed, by the expiry's counter: what is kept of all of them asks for those alone. Only what a
 * list shows counts there; whoever sees a festival for the first time asks whether anything at all was told of it meanwhile.
 */
import { memory } from './memory.ts';

/** As many festivals as may change between two questions; after that the whole list is asked for. */
const most = 2000;

export function tell(festivalId: string, isListed: boolean): void {
  const { told, expiry } = memory();
  const now = expiry.now();
  const listed = isListed ? now : (told.at.get(festivalId)?.listed ?? 0);
  told.at.delete(festivalId);
  told.at.set(festivalId, { any: now, listed });
  const [oldest] = told.at;
  if (told.at.size <= most || oldest === undefined) return;
  told.at.delete(oldest[0]);
  told.since = oldest[1].any;
}

/** The festivals of which lists show something else than at a moment; null where that is not known any more. */
export function toldSince(moment: number): string[] | null {
  const { told, expiry } = memory();
  if (moment < told.since || !expiry.holds([], moment)) return null;
  return [...told.at].filter(([, { listed }]) => listed > moment).map(([id]) => id);
}

/** Whether something of a festival changed since a moment, as far as is known. */
export function wasTold(festivalId: string, moment: number): boolean {
  const { told, expiry } = memory();
  return moment < told.since || !expiry.holds([], moment) || (told.at.get(festivalId)?.any ?? 0) > moment;
}
