import type { Permission } from '@festivals/domain/identity/roles';
import type { Topic, UpdateName } from '@festivals/domain/live';

/** What open screens are told of an event, and which ability one needs to hear it. */
export interface LiveRule {
  /** How the event's name begins: `programme.slot_`. */
  on: `${string}.${string}`;
  /** That the event's subject changed, or that figures moved. */
  tell: UpdateName | { topic: Topic };
  needs: Permission;
}

/** Whoever is the subject of such an event may have lost a right, or the session: their sockets are looked at again. */
export const concernsStanding = (eventName: string): boolean => eventName.startsWith('identity.');

/** The rules that an event falls under. */
export const rulesFor = (rules: readonly LiveRule[], eventName: string): LiveRule[] =>
  rules.filter(({ on }) => eventName.startsWith(on));
