/** How the lists of people are looked at. Pure. */
import { listView } from '../list-view.ts';
import type { PersonId } from '../primitives.ts';
import { Role, TeamRole } from './roles.ts';
import type { Invitation } from './team-contract.ts';
import type { Volunteer } from './volunteer-contract.ts';

interface MemberRole {
  personId: PersonId;
  name: string;
  email: string;
  role: Role;
  since: string;
  until: string | null;
}

/** Somebody of the team, with everything that they are. `since` is the earliest, `until` the latest of their roles; null is never. */
export interface Teammate extends Omit<MemberRole, 'role'> {
  roles: Role[];
}

/** One row a person; there is one a role. */
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

export const teamList = listView({
  texts: ({ name, email }: Teammate) => [name, email],
  sorts: {
    name: ({ name }) => name,
    email: ({ email }) => email,
    roles: ({ roles }) => Math.min(...roles.map((role) => Role.options.indexOf(role))),
    since: ({ since }) => Date.parse(since),
    until: ({ until }) => (until === null ? null : Date.parse(until)),
  },
  only: Object.fromEntries(Role.options.map((role) => [role, ({ roles }: Teammate) => roles.includes(role)])),
});

export const invitationList = listView({
  texts: ({ email, invitedBy }: Invitation) => [email, invitedBy.name],
  sorts: {
    expires: ({ expiresAt }) => Date.parse(expiresAt),
    email: ({ email }) => email,
    role: ({ role }) => TeamRole.options.indexOf(role),
  },
  only: {},
});

export const volunteerList = listView({
  texts: ({ name, email, crew }: Volunteer) => [name, email, crew],
  sorts: {
    crew: ({ crew, name }) => `${crew}\n${name}`,
    name: ({ name }) => name,
    state: ({ state }) => state,
  },
  only: {
    NONE: ({ state }) => state === 'NONE',
    INVITED: ({ state }) => state === 'INVITED' || state === 'QUEUED',
    EXPIRED: ({ state }) => state === 'EXPIRED',
    JOINED: ({ state }) => state === 'JOINED',
    ENDED: ({ state }) => state === 'ENDED',
  },
});
