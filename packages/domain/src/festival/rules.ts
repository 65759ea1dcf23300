import type { FestivalStatus } from './contract.ts';

const next: Readonly<Record<FestivalStatus, readonly FestivalStatus[]>> = {
  DRAFT: ['PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['ONGOING', 'CANCELLED'],
  ONGOING: ['COMPLETED', 'CANCELLED'],
  COMPLETED: [],
  CANCELLED: [],
};

/** Where a festival may go from where it is. */
export const nextStatuses = (from: FestivalStatus): readonly FestivalStatus[] => next[from];

/** Tickets are sold from publication until the festival's end. */
export const sells = (status: FestivalStatus): boolean => status === 'PUBLISHED' || status === 'ONGOING';

/** Everyone may look at what was once published. */
export const isPublic = (status: FestivalStatus): boolean => status !== 'DRAFT';

/** What within the festival itself blocks its publication. */
export function blockers(draft: {
  tagline: object;
  description: object;
  endsOn: string;
  /** The date in the festival's zone. */
  today: string;
}): Array<'tagline' | 'description' | 'dates_past'> {
  const filled = (texts: object) => Object.values(texts).some((text) => text !== '');
  return [
    ...(filled(draft.tagline) ? [] : ['tagline' as const]),
    ...(filled(draft.description) ? [] : ['description' as const]),
    ...(draft.endsOn < draft.today ? ['dates_past' as const] : []),
  ];
}

/** What cannot become of a festival: prices that were shown keep their currency, and it cannot end before it starts. */
export function invalidChanges(
  before: { status: FestivalStatus; currency: string },
  after: { startsOn: string; endsOn: string; currency: string },
): Array<{ path: string; code: 'custom'; message: 'ends_before_start' | 'fixed_by_publication' }> {
  const ordered = after.startsOn <= after.endsOn;
  const fixed = isPublic(before.status) && after.currency !== before.currency;
  return [
    ...(ordered ? [] : [{ path: 'changes.endsOn', code: 'custom' as const, message: 'ends_before_start' as const }]),
    ...(fixed ? [{ path: 'changes.currency', code: 'custom' as const, message: 'fixed_by_publication' as const }] : []),
  ];
}
