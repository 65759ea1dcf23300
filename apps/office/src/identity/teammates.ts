import type { Member } from '@festivals/domain/identity/contract';
import type { Role } from '@festivals/domain/identity/roles';
import type { z } from 'zod';

type MemberRole = z.output<typeof Member>;

export interface Teammate extends Pick<MemberRole, 'personId' | 'name' | 'email' | 'since'> {
  roles: Role[];
  /** When it ends by itself; null is never. */
  until: string | null;
}

/** One line a person; the list has one a role. `since` is the earliest. */
export function teammates(items: readonly MemberRole[]): Teammate[] {
  const byPerson = new Map<string, Teammate>();
  for (const { role, ...person } of items) {
    const known = byPerson.get(person.personId);
    if (!known) byPerson.set(person.personId, { ...person, roles: [role] });
    else {
      known.roles.push(role);
      if (person.since < known.since) known.since = person.since;
      known.until =
        known.until === null || person.until === null ? null : known.until > person.until ? known.until : person.until;
    }
  }
  return [...byPerson.values()];
}
