import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { PagedList } from '../list/paged-list.tsx';
import { Page } from '../shell/page.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { useMe } from './me.ts';
import { LeaveDialog, RemoveDialog } from './part-dialog.tsx';
import { PeriodDialog } from './period-dialog.tsx';
import { PendingInvitations } from './pending-invitations.tsx';
import { RoleTable } from './role-table.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { membersQuery } from './team-queries.ts';
import type { Teammate } from './teammates.ts';
import { Volunteers } from './volunteers.tsx';

/** What is being asked about whom. */
type Asking = { what: 'invite' } | { what: 'leave' } | { what: 'roles' | 'period' | 'remove'; member: Teammate };

/** Who works on this festival and as what; who is asked in, who goes. */
export function TeamScreen() {
  const t = useTranslations('office.team');
  const member = useTranslations('office.member');
  const invitation = useTranslations('office.invitation');
  const { festival, may } = useFestival();
  const me = useMe();
  const [asking, setAsking] = useState<Asking | null>(null);
  const manages = may.has('team.manage');
  const isMember = me.memberships.some(({ festivalId }) => festivalId === festival.id);
  const close = () => setAsking(null);
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          {isMember && <Button onClick={() => setAsking({ what: 'leave' })}>{member('leave')}</Button>}
          {manages && (
            <Button tone="accent" onClick={() => setAsking({ what: 'invite' })}>
              <Plus aria-hidden="true" />
              {invitation('invite')}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-8">
        <Members manages={manages} myId={me.id} onAsk={setAsking} />
        {manages && <PendingInvitations festivalId={festival.id} />}
        {manages && <Volunteers festival={festival} />}
        <RoleTable />
      </div>
      {asking?.what === 'invite' && <InviteDialog festival={festival} onClose={close} />}
      {asking?.what === 'leave' && <LeaveDialog festival={festival} onClose={close} />}
      {asking?.what === 'roles' && <RolesDialog member={asking.member} festivalId={festival.id} onClose={close} />}
      {asking?.what === 'period' && <PeriodDialog member={asking.member} festival={festival} onClose={close} />}
      {asking?.what === 'remove' && <RemoveDialog member={asking.member} festivalId={festival.id} onClose={close} />}
    </Page>
  );
}

function Members({ manages, myId, onAsk }: { manages: boolean; myId: string; onAsk: (asking: Asking) => void }) {
  const t = useTranslations('office.team');
  const word = useTranslations('office.member');
  const roleName = useTranslations('office.role');
  const period = useTranslations('office.period');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const { festival } = useFestival();
  const members = useInfiniteQuery(membersQuery(festival.id));
  return (
    <PagedList query={members} empty={{ icon: <Users aria-hidden="true" />, title: t('empty') }}>
      {(items) => (
        <Table caption={t('title')}>
          <TableHead>
            <tr>
              <TableHeader>{t('name')}</TableHeader>
              <TableHeader className="max-sm:hidden">{t('email')}</TableHeader>
              <TableHeader>{word('roles')}</TableHeader>
              <TableHeader className="max-sm:hidden">{t('since')}</TableHeader>
              <TableHeader className="max-lg:hidden">{period('until')}</TableHeader>
              {manages && (
                <TableHeader>
                  <span className="sr-only">{word('actions')}</span>
                </TableHeader>
              )}
            </tr>
          </TableHead>
          <TableBody>
            {items.map((member) => (
              <TableRow key={member.personId}>
                <TableCell className="font-medium whitespace-nowrap">
                  {member.name}
                  {member.personId === myId && <span className="ml-1.5 text-ink-faint">({word('you')})</span>}
                  <span className="block text-xs font-normal text-ink-soft sm:hidden">{member.email}</span>
                </TableCell>
                <TableCell className="text-ink-soft max-sm:hidden">{member.email}</TableCell>
                <TableCell>
                  <span className="flex flex-wrap gap-1">
                    {member.roles.map((role) => (
                      <Badge key={role} tone={role === 'ORGANISER' ? 'accent' : 'neutral'}>
                        {roleName(role)}
                      </Badge>
                    ))}
                  </span>
                </TableCell>
                <TableCell className="tabular whitespace-nowrap text-ink-soft max-sm:hidden">
                  {format.dateTime(new Date(member.since), 'day')}
                </TableCell>
                <TableCell className="tabular whitespace-nowrap text-ink-soft max-lg:hidden">
                  {member.until === null ? (
                    '–'
                  ) : new Date(member.until) <= now ? (
                    <Badge tone="warning">{period('ended')}</Badge>
                  ) : (
                    format.dateTime(new Date(member.until), 'moment')
                  )}
                </TableCell>
                {manages && (
                  <TableCell className="text-right whitespace-nowrap">
                    <Button
                      size="sm"
                      tone="quiet"
                      aria-label={word('changeOf', { name: member.name })}
                      onClick={() => onAsk({ what: 'roles', member })}
                    >
                      {word('change')}
                    </Button>
                    <Button
                      size="sm"
                      tone="quiet"
                      aria-label={period('changeOf', { name: member.name })}
                      onClick={() => onAsk({ what: 'period', member })}
                    >
                      {period('until')}
                    </Button>
                    {member.personId !== myId && (
                      <Button
                        size="sm"
                        tone="quiet"
                        aria-label={word('removeOf', { name: member.name })}
                        onClick={() => onAsk({ what: 'remove', member })}
                      >
                        {word('remove')}
                      </Button>
                    )}
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </PagedList>
  );
}
