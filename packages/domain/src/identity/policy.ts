import { Permission, permissionsOf, type Role } from './roles.ts';

/** What a policy knows of whoever asks. */
export interface Standing {
  superAdmin: boolean;
  /** Roles in the festival in question. */
  roles: readonly Role[];
}

/** Everything that someone may do in a festival, in the catalogue's order. */
export function abilities(standing: Standing): Permission[] {
  if (standing.superAdmin) return [...Permission.options];
  const granted = new Set(standing.roles.flatMap((role) => permissionsOf[role]));
  return Permission.options.filter((permission) => granted.has(permission));
}

/** Whether someone may do one thing in a festival. */
export const may = (standing: Standing, permission: Permission): boolean =>
  standing.superAdmin || standing.roles.some((role) => permissionsOf[role].includes(permission));
