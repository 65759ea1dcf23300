import type { Permission, Role } from '@festivals/domain/identity/roles';
import { abilities } from '@festivals/domain/identity/policy';
import type { OfficeMessages } from '@festivals/messages/office';
import { useFormatter, useMessages, useTranslations } from 'use-intl';

type Names = OfficeMessages['ability'];

const isKnown = (names: Names, key: string): key is keyof Names => key in names;

/** What an ability is called in the reader's language; one that has no name yet is shown by its own. */
export function useAbilityName() {
  const t = useTranslations('office.ability');
  const { office } = useMessages();
  return (permission: Permission) => {
    // Message keys may hold no dot: `team.read` is kept as `team_read`.
    const key = permission.replace('.', '_');
    return isKnown(office.ability, key) ? t(key) : permission;
  };
}

/** Everything that a role may do, in one sentence. */
export function useRoleText() {
  const abilityName = useAbilityName();
  const format = useFormatter();
  return (role: Role) => format.list(abilities({ superAdmin: false, roles: [role] }).map(abilityName));
}
