import { ApiError } from '@festivals/contract';
import { type Role, TeamRole } from '@festivals/domain/identity/roles';
import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Notice } from '@festivals/ui/notice';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { useRoleText } from './ability-name.ts';
import { meQuery } from './me.ts';
import type { Teammate } from '@festivals/domain/identity/list-views';

/** What one member is: each role with what it may do. */
export function RolesDialog({
  member,
  festivalId,
  onClose,
}: {
  member: Teammate;
  festivalId: Festival['id'];
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
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const change = useMutation({
    mutationFn: () => {
      const body = { roles, was: member.roles };
      return api.identity.changeRoles(
        { params: { festivalId, personId: member.personId }, body },
        { idempotencyKey: keyFor(body) },
      );
    },
    onSuccess: () => {
      say({ title: t('changed', { name: member.name }) });
      onClose();
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['festival', festivalId] }),
        queryClient.invalidateQueries(meQuery),
      ]),
  });
  const isOutdated = change.error instanceof ApiError && change.error.name === 'CONFLICT';
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
            disabled={roles.length === 0 || isSame || isOutdated}
            onClick={() => change.mutate()}
          >
            {t('save')}
          </Button>
        }
      >
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
                  aria-describedby={`${id}${role}may`}
                  checked={roles.includes(role)}
                  onCheckedChange={(checked) =>
                    setRoles((now) => (checked === true ? [...now, role] : now.filter((one) => one !== role)))
                  }
                />
                <span className="min-w-0">
                  <span className="block text-ui font-medium text-ink">{roleName(role)}</span>
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
        {isOutdated ? (
          <Notice tone="warning" live className="mt-3">
            {t('changedMeanwhile', { name: member.name })}
          </Notice>
        ) : (
          <FormFailure error={change.error} />
        )}
      </DialogContent>
    </Dialog>
  );
}
