import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';
import type { Teammate } from './teammates.ts';

/** Asks before somebody is taken out of the team, by name. */
export function RemoveDialog({
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
  const queryClient = useQueryClient();
  const say = useToast();
  const { name, email, personId } = member;
  const remove = useMutation({
    mutationFn: () => api.identity.removeMember({ params: { festivalId, personId } }),
    onSuccess: () => {
      say({ title: t('removed', { name }) });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festivalId] }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('removeTitle', { name })}
        description={t('removeDetail', { name, email })}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('keep')}</Button>
            </DialogClose>
            <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
              {t('remove')}
            </Button>
          </>
        }
      >
        <FormFailure error={remove.error} />
      </DialogContent>
    </Dialog>
  );
}

/** Asks before I go; then there is nothing left to show here. */
export function LeaveDialog({ festival, onClose }: { festival: Festival; onClose: () => void }) {
  const t = useTranslations('office.member');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const router = useRouter();
  const say = useToast();
  const leave = useMutation({
    mutationFn: () => api.identity.leaveTeam({ params: { festivalId: festival.id } }),
    onSuccess: async () => {
      say({ title: t('left', { festival: festival.name }) });
      await router.navigate({ to: '/' });
      queryClient.removeQueries({ queryKey: ['festival', festival.id] });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('leaveTitle', { festival: festival.name })}
        description={t('leaveDetail')}
        closeLabel={shell('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('stay')}</Button>
            </DialogClose>
            <Button tone="danger" busy={leave.isPending} onClick={() => leave.mutate()}>
              {t('leave')}
            </Button>
          </>
        }
      >
        <FormFailure error={leave.error} />
      </DialogContent>
    </Dialog>
  );
}
