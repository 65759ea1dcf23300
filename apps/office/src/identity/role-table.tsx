import { may } from '@festivals/domain/identity/policy';
import { Permission, TeamRole } from '@festivals/domain/identity/roles';
import { Card, CardHeader } from '@festivals/ui/card';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAbilityName } from './ability-name.ts';

/** What each role may do: the very data that the server decides by. */
export function RoleTable() {
  const t = useTranslations('office.member');
  const roleName = useTranslations('office.role');
  const abilityName = useAbilityName();
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('table')} description={t('tableDetail')} />
      <Table caption={t('table')}>
        <TableHead>
          <tr>
            <TableHeader className="sticky left-0 z-10 bg-sunken">{t('ability')}</TableHeader>
            {TeamRole.options.map((role) => (
              <TableHeader key={role} className="text-center">
                {roleName(role)}
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {Permission.options.map((permission) => (
            <TableRow key={permission}>
              <th
                scope="row"
                className="sticky left-0 z-10 h-9 min-w-44 bg-surface px-3 py-1.5 pl-5 text-left font-normal text-ink"
              >
                <span className="inline-block first-letter:uppercase">{abilityName(permission)}</span>
              </th>
              {TeamRole.options.map((role) => {
                const isAllowed = may({ superAdmin: false, roles: [role] }, permission);
                return (
                  <TableCell key={role} className="h-9 py-1.5 text-center">
                    {isAllowed && <Check aria-hidden="true" className="mx-auto size-4 text-success-text" />}
                    <span className="sr-only">{isAllowed ? t('yes') : t('no')}</span>
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
