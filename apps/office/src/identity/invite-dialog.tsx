import { TeamRole } from '@festivals/domain/identity/roles';
import { invite } from '@festivals/domain/identity/team-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { useRoleText } from './ability-name.ts';
import { PeriodField } from './period-field.tsx';
import { invitationsQuery } from './team-queries.ts';

type Body = z.output<typeof invite.body>;

/** Asks somebody into the team; what the chosen role may do stands below it. */
export function InviteDialog({ festival, onClose }: { festival: Festival; onClose: () => void }) {
  const festivalId = festival.id;
  const t = useTranslations('office.invitation');
  const shell = useTranslations('office.shell');
  const roleName = useTranslations('office.role');
  const roleText = useRoleText();
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const form = useForm<z.input<typeof invite.body>, unknown, Body>({
    resolver: zodResolver(invite.body),
    defaultValues: { email: '', role: 'STAFF', memberUntil: null },
  });
  const role = useWatch({ control: form.control, name: 'role' });
  const send = useMutation({
    mutationFn: (body: Body) => api.identity.invite({ params: { festivalId }, body }, { idempotencyKey: keyFor(body) }),
    onSuccess: ({ email }) => {
      say({ title: t('sent', { email }) });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries(invitationsQuery(festivalId)),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t('invite')} description={t('inviteLead')} closeLabel={shell('close')}>
        <form noValidate onSubmit={form.handleSubmit((body) => send.mutate(body))} className="space-y-4">
          <FormField label={t('email')} hint={t('emailHint')} error={form.formState.errors.email} required>
            <Input type="email" autoComplete="off" autoFocus {...form.register('email')} />
          </FormField>
          <FormField
            label={t('role')}
            hint={`${t('mayDo')}: ${roleText(role)}.`}
            error={form.formState.errors.role}
            required
          >
            <Select {...form.register('role')}>
              {TeamRole.options.map((one) => (
                <option key={one} value={one}>
                  {roleName(one)}
                </option>
              ))}
            </Select>
          </FormField>
          <Controller
            control={form.control}
            name="memberUntil"
            render={({ field }) => (
              <PeriodField festival={festival} value={field.value ?? null} onChange={field.onChange} />
            )}
          />
          <FormFailure error={send.error} />
          <Button type="submit" tone="accent" busy={send.isPending}>
            {t('send')}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
