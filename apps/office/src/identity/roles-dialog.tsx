import { Role, TeamRole } from '@festivals/domain/identity/roles';
import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { useRoleText } from './ability-name.ts';
import { meQuery } from './me.ts';
import type { Teammate } from '@festivals/domain/identity/list-views';

/** Two people who tick the same boxes say the same, whichever they ticked first. */
const inOrder = (roles: readonly Role[]): Role[] => Role.options.filter((role) => roles.includes(role));
const versionOf = (roles: readonly Role[]): number =>
  roles.reduce((sum, role) => sum + 2 ** (Role.options.indexOf(role) + 1), 0);

/** What one member is: each role with what it may do. */
export function RolesDialog({
  member,
  festival,
  onClose,
}: {
  member: Teammate;
  festival: Festival;
  onClose: () => void;
}) {
  const t = useTranslations('office.member');
  const shell = useTranslations('office.shell');
  const roleName = useTranslations('office.role');
  const roleText = useRoleText();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const id = useId();
  const festivalId = festival.id;
  const form = useForm<{ roles: Role[] }>({ defaultValues: { roles: inOrder(member.roles) } });
  const kept = useKeptForm({
    form,
    festivalId,
    kind: 'roles',
    // Roles have no version: which they are is one.
    record: { id: member.personId, version: versionOf(member.roles) },
    values: { roles: inOrder(member.roles) },
  });
  const roles = useWatch({ control: form.control, name: 'roles' });
  const setRoles = (next: Role[]) => form.setValue('roles', inOrder(next), { shouldDirty: true });
  const change = useMutation({
    mutationFn: () => {
      const body = { roles, was: member.roles };
      return api.identity.changeRoles(
        { params: { festivalId, personId: member.personId }, body },
        { idempotencyKey: keyFor(body) },
      );
    },
    onSuccess: () => {
      kept.forget();
      say({ title: t('changed', { name: member.name }) });
      onClose();
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['festival', festivalId] }),
        queryClient.invalidateQueries(meQuery),
      ]),
  });
  const isSame = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('changeTitle', { name: member.name })}
        description={t('changeDetail')}
        closeLabel={shell('close')}
        footer={
          <Button
            tone="accent"
            busy={change.isPending}
            disabled={roles.length === 0 || isSame || kept.clashes.length > 0}
            onClick={() => change.mutate()}
          >
            {t('save')}
          </Button>
        }
      >
        <FormNotices kept={kept} festival={festival} />
        <ul className="-mx-2">
          {TeamRole.options.map((role) => (
            <li key={role}>
              <label
                htmlFor={`${id}${role}`}
                className="flex cursor-pointer items-start gap-3 rounded-md px-2 py-2 hover:bg-hover"
              >
                <Checkbox
                  id={`${id}${role}`}
                  className="mt-0.5"
                  aria-labelledby={`${id}${role}name`}
                  aria-describedby={`${id}${role}may`}
                  checked={roles.includes(role)}
                  onCheckedChange={(checked) =>
                    setRoles(checked === true ? [...roles, role] : roles.filter((one) => one !== role))
                  }
                />
                <span className="min-w-0">
                  <span id={`${id}${role}name`} className="block text-ui font-medium text-ink">
                    {roleName(role)}
                  </span>
                  <span
                    id={`${id}${role}may`}
                    className="block text-xs text-pretty text-ink-soft first-letter:uppercase"
                  >
                    {roleText(role)}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div className="mt-3 space-y-3">
          <SaveFailure error={change.error} kept={kept} />
          <RecordHistory
            festival={festival}
            recordId={member.personId}
            kept={kept}
            valuesOf={({ roles: was }) =>
              Array.isArray(was) ? { roles: Role.options.filter((role) => was.includes(role)) } : {}
            }
          />
        </div>
      </DialogContent>
    </Dialog>
  );
}
