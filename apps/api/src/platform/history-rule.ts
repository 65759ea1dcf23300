import type { Permission } from '@festivals/domain/identity/roles';

/** Who reads what was done to a domain's records: whoever may change them. */
export interface HistoryRule {
  /** How the event's name begins: `programme.stage`. */
  on: `${string}.${string}`;
  needs: Permission;
}
