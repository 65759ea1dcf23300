import { Badge } from '@festivals/ui/badge';
import { teamList, type Teammate } from '@festivals/domain/identity/list-views';
import { Role } from '@festivals/domain/identity/roles';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { Table, TableBody, TableCell, TableHead, TableHeader } from '@festivals/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { FoundRow } from '../list/found-row.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import { useAllPages } from '../list/use-all-pages.ts';
import { useList } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { Page } from '../shell/page.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { useMe } from './me.ts';
import { MemberDeeds, type MemberDeed } from './member-deeds.tsx';
import { LeaveDialog, RemoveDialog } from './part-dialog.tsx';
import { PeriodDialog } from './period-dialog.tsx';
import { PendingInvitations } from './pending-invitations.tsx';
import { RoleTable } from './role-table.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { membersQuery } from './team-queries.ts';
import { Volunteers } from './volunteers.tsx';

const route = getRouteApi('/office/f/$slug/team');
const none: readonly Teammate[] = [];

/** What is being asked about whom. */
type Asking = { what: 'invite' } | { what: 'leave' } | MemberDeed;

/** Who works on this festival and as what; who is asked in, who goes. */
export function TeamScreen() {
  const t = useTranslations('office.team');
  const member = useTranslations('office.member');
  const invitation = useTranslations('office.invitation');
  const { festival, may } = useFestival();
  const me = useMe();
  const { volunteer, volunteersBy, volunteersDown, volunteersOnly } = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const manages = may.has('team.manage');
  const everyone = useAllPages(useInfiniteQuery(membersQuery(festival.id))).data ?? none;
  // As they are by now: somebody else may have saved meanwhile.
  const current = (one: Teammate) => everyone.find(({ personId }) => personId === one.personId) ?? one;
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
        {manages && <PendingInvitations festival={festival} />}
        {manages && (
          <Volunteers
            festival={festival}
            asked={{ search: volunteer, sort: volunteersBy, descending: volunteersDown, only: volunteersOnly }}
            look={(next) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  ...('search' in next ? { volunteer: next.search } : {}),
                  ...('sort' in next ? { volunteersBy: next.sort } : {}),
                  ...('descending' in next ? { volunteersDown: next.descending } : {}),
                  ...('only' in next ? { volunteersOnly: next.only } : {}),
                }),
                replace: true,
              })
            }
          />
        )}
        <RoleTable />
      </div>
      {asking?.what === 'invite' && <InviteDialog festival={festival} onClose={close} />}
      {asking?.what === 'leave' && <LeaveDialog festival={festival} onClose={close} />}
      {asking?.what === 'roles' && <RolesDialog member={current(asking.member)} festival={festival} onClose={close} />}
      {asking?.what === 'period' && (
        <PeriodDialog member={current(asking.member)} festival={festival} onClose={close} />
      )}
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
  const members = useAllPages(useInfiniteQuery(membersQuery(festival.id)));
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const look = (next: ListSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const list = useList(teamList, members.data ?? none, asked, look);
  return (
    <Loaded query={members}>
      {() => (
        <div className="space-y-3">
          <ListBar
            asked={list.asked}
            look={look}
            searchLabel={t('search')}
            filters={Role.options.map((role) => [role, roleName(role)])}
          >
            <ExportMenu festival={festival} list="team" asked={list.asked} label={t('title')} />
          </ListBar>
          <Card className="overflow-hidden">
            {list.rows.length === 0 ? (
              <NothingFits look={look} />
            ) : (
              <Table caption={t('title')}>
                <TableHead>
                  <tr>
                    <SortHeader by="name" {...list.sorting}>
                      {t('name')}
                    </SortHeader>
                    <SortHeader by="email" className="max-sm:hidden" {...list.sorting}>
                      {t('email')}
                    </SortHeader>
                    <SortHeader by="roles" {...list.sorting}>
                      {word('roles')}
                    </SortHeader>
                    <SortHeader by="since" className="max-sm:hidden" {...list.sorting}>
                      {t('since')}
                    </SortHeader>
                    <SortHeader by="until" className="max-lg:hidden" {...list.sorting}>
                      {period('until')}
                    </SortHeader>
                    {manages && (
                      <TableHeader>
                        <span className="sr-only">{word('actions')}</span>
                      </TableHeader>
                    )}
                  </tr>
                </TableHead>
                <TableBody>
                  <VirtualRows items={list.rows} rowHeight={44}>
                    {(member) => (
                      <FoundRow key={member.personId} id={member.personId}>
                        <TableCell className="font-medium max-sm:pe-0 sm:whitespace-nowrap">
                          {member.name}
                          {member.personId === myId && <span className="ml-1.5 text-ink-faint">({word('you')})</span>}
                          <span className="block text-xs font-normal break-all text-ink-soft sm:hidden">
                            {member.email}
                          </span>
                        </TableCell>
                        <TableCell className="text-ink-soft max-sm:hidden">{member.email}</TableCell>
                        <TableCell className="max-sm:pe-1">
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
                          <TableCell className="text-right whitespace-nowrap max-sm:px-1">
                            <MemberDeeds member={member} isMe={member.personId === myId} onAsk={onAsk} />
                          </TableCell>
                        )}
                      </FoundRow>
                    )}
                  </VirtualRows>
                </TableBody>
              </Table>
            )}
          </Card>
        </div>
      )}
    </Loaded>
  );
}
