import type { Festival } from '@festivals/domain/festival/contract';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import type { Teammate } from '@festivals/domain/identity/list-views';

/** Asks before somebody is taken out of the team, by name. */
export function RemoveDialog({
  member: { name, email, personId },
  festivalId,
  onClose,
}: {
  member: Teammate;
  festivalId: Festival['id'];
  onClose: () => void;
}) {
  const t = useTranslations('office.member');
  const queryClient = useQueryClient();
  const say = useToast();
  return (
    <ConfirmDialog
      size="md"
      title={t('removeTitle', { name })}
      detail={t('removeDetail', { name, email })}
      keepLabel={t('keep')}
      confirmLabel={t('remove')}
      onConfirm={async () => {
        await api.identity.removeMember({ params: { festivalId, personId } });
        say({ title: t('removed', { name }) });
      }}
      onSettled={() => queryClient.invalidateQueries({ queryKey: ['festival', festivalId] })}
      onClose={onClose}
    />
  );
}

/** Asks before I go; then there is nothing left to show here. */
export function LeaveDialog({ festival, onClose }: { festival: Festival; onClose: () => void }) {
  const t = useTranslations('office.member');
  const queryClient = useQueryClient();
  const router = useRouter();
  const say = useToast();
  return (
    <ConfirmDialog
      size="md"
      title={t('leaveTitle', { festival: festival.name })}
      detail={t('leaveDetail')}
      keepLabel={t('stay')}
      confirmLabel={t('leave')}
      onConfirm={async () => {
        await api.identity.leaveTeam({ params: { festivalId: festival.id } });
        say({ title: t('left', { festival: festival.name }) });
        await router.navigate({ to: '/' });
        queryClient.removeQueries({ queryKey: ['festival', festival.id] });
        await queryClient.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
