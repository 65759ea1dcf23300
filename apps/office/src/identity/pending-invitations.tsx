import type { Festival } from '@festivals/domain/festival/contract';
import type { Invitation } from '@festivals/domain/identity/team-contract';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useToast } from '@festivals/ui/toast';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { MailQuestion } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import { ExportMenu } from '../list/export-menu.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { useFailureText } from '../shell/failure.tsx';
import { invitationsQuery } from './team-queries.ts';

type FestivalId = Festival['id'];

function RevokeDialog({
  invitation: { id, email },
  festivalId,
  onClose,
}: {
  invitation: Invitation;
  festivalId: FestivalId;
  onClose: () => void;
}) {
  const t = useTranslations('office.invitation');
  const queryClient = useQueryClient();
  const say = useToast();
  return (
    <ConfirmDialog
      title={t('revokeTitle', { email })}
      detail={t('revokeDetail')}
      keepLabel={t('keep')}
      confirmLabel={t('revoke')}
      onConfirm={async () => {
        await api.identity.revokeInvitation({ params: { festivalId, invitationId: id } });
        say({ title: t('revoked', { email }) });
      }}
      onSettled={() => queryClient.invalidateQueries(invitationsQuery(festivalId))}
      onClose={onClose}
    />
  );
}

function ResendButton({ invitation: { id, email }, festivalId }: { invitation: Invitation; festivalId: FestivalId }) {
  const t = useTranslations('office.invitation');
  const queryClient = useQueryClient();
  const say = useToast();
  const describe = useFailureText();
  const resend = useMutation({
    mutationFn: () => api.identity.resendInvitation({ params: { festivalId, invitationId: id } }),
    onSuccess: () => say({ title: t('resent', { email }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled: () => queryClient.invalidateQueries(invitationsQuery(festivalId)),
  });
  return (
    <Button
      size="sm"
      tone="quiet"
      busy={resend.isPending}
      aria-label={t('resendOf', { email })}
      onClick={() => resend.mutate()}
    >
      {t('resend')}
    </Button>
  );
}

/** Who was asked and has not come yet. */
export function PendingInvitations({ festival }: { festival: Festival }) {
  const festivalId = festival.id;
  const t = useTranslations('office.invitation');
  const roleName = useTranslations('office.role');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const invitations = useInfiniteQuery(invitationsQuery(festivalId));
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h2 className="text-sm font-semibold text-ink">{t('title')}</h2>
        {(invitations.data?.pages[0]?.items.length ?? 0) > 0 && (
          <ExportMenu festival={festival} list="invitations" asked={{}} label={t('title')} />
        )}
      </div>
      <PagedList
        query={invitations}
        empty={{ icon: <MailQuestion aria-hidden="true" />, title: t('empty'), detail: t('detail') }}
      >
        {(items) => (
          <Table caption={t('title')}>
            <TableHead>
              <tr>
                <TableHeader>{t('email')}</TableHeader>
                <TableHeader>{t('role')}</TableHeader>
                <TableHeader>{t('state')}</TableHeader>
                <TableHeader>{t('invitedBy')}</TableHeader>
                <TableHeader>{t('expires')}</TableHeader>
                <TableHeader>
                  <span className="sr-only">{t('actions')}</span>
                </TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {items.map((invitation) => {
                const { id, email, role, invitedBy, expiresAt } = invitation;
                const isOver = new Date(expiresAt) <= now;
                return (
                  <TableRow key={id}>
                    <TableCell className="font-medium">{email}</TableCell>
                    <TableCell>
                      <Badge tone={role === 'ORGANISER' ? 'accent' : 'neutral'}>{roleName(role)}</Badge>
                    </TableCell>
                    <TableCell>
                      <Badge tone={isOver ? 'warning' : 'info'} dot>
                        {isOver ? t('expired') : t('open')}
                      </Badge>
                    </TableCell>
                    <TableCell className="text-ink-soft">{invitedBy.name}</TableCell>
                    <TableCell className="tabular whitespace-nowrap text-ink-soft">
                      {format.dateTime(new Date(expiresAt), 'day')}
                    </TableCell>
                    <TableCell className="text-right whitespace-nowrap">
                      <ResendButton invitation={invitation} festivalId={festivalId} />
                      <Button
                        size="sm"
                        tone="quiet"
                        aria-label={t('revokeOf', { email })}
                        onClick={() => setRevoking(invitation)}
                      >
                        {t('revoke')}
                      </Button>
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        )}
      </PagedList>
      {revoking && <RevokeDialog invitation={revoking} festivalId={festivalId} onClose={() => setRevoking(null)} />}
    </div>
  );
}
