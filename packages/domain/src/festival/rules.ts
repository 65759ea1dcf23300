import type { Advice, Blocker, Caution, FestivalStatus } from './contract.ts';
import type { Contact, Legal, Policies } from './details.ts';
import { endsAfterStart, isSeason } from './season.ts';

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

/** Everyone may look at what was once published; what was called off before that stays its team's. */
export const isPublic = ({ status, publishedAt }: { status: FestivalStatus; publishedAt: string | null }): boolean =>
  status !== 'DRAFT' && (status !== 'CANCELLED' || publishedAt !== null);

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

const isWritten = (texts: object): boolean => Object.values(texts).some((text) => text !== '');

/** What the festival's own details lack of what a good one has. */
export function adviceOn(details: {
  contact: Contact;
  legal: Legal;
  policies: Policies;
  faq: readonly unknown[];
  vat: readonly unknown[];
}): Advice[] {
  const { contact, legal, policies, faq, vat } = details;
  const has: Partial<Record<Advice, boolean>> = {
    contact: contact.organisation !== '' && contact.email !== null,
    legal: isWritten(legal.terms) && isWritten(legal.privacy) && isWritten(legal.refunds),
    vat: vat.length > 0,
    policies: Object.values(policies).some((text) => text !== undefined && isWritten(text)),
    faq: faq.length > 0,
  };
  return (['contact', 'legal', 'vat', 'policies', 'faq'] as const).filter((one) => has[one] !== true);
}

/** The steps that a festival's life may take, with what blocks each and what to think of first. */
export function stepsFrom(
  festival: { status: FestivalStatus; startsOn: string; endsOn: string },
  found: { blockers: readonly Blocker[]; today: string },
): Array<{ to: FestivalStatus; blockers: Blocker[]; cautions: Caution[] }> {
  const early: Partial<Record<FestivalStatus, Caution | false>> = {
    ONGOING: found.today < festival.startsOn && 'before_first_day',
    COMPLETED: found.today < festival.endsOn && 'before_last_day',
  };
  return nextStatuses(festival.status).map((to) => {
    const caution = early[to];
    return { to, blockers: to === 'PUBLISHED' ? [...found.blockers] : [], cautions: caution ? [caution] : [] };
  });
}

/** What cannot become of a festival: prices that were shown keep their currency, and its days are in order and a season at most. */
export function invalidChanges(
  before: { status: FestivalStatus; currency: string },
  after: { startsOn: string; endsOn: string; currency: string },
): Array<{ path: string; code: 'custom'; message: 'ends_before_start' | 'too_many_days' | 'fixed_by_publication' }> {
  const faults = {
    ends_before_start: !endsAfterStart(after),
    too_many_days: !isSeason(after),
    fixed_by_publication: before.status !== 'DRAFT' && after.currency !== before.currency,
  };
  return (['ends_before_start', 'too_many_days', 'fixed_by_publication'] as const)
    .filter((message) => faults[message])
    .map((message) => ({
      path: message === 'fixed_by_publication' ? 'changes.currency' : 'changes.endsOn',
      code: 'custom',
      message,
    }));
}
