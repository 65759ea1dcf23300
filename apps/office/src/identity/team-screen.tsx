import { Badge } from '@festivals/ui/badge';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { PagedList } from '../list/paged-list.tsx';
import { Page } from '../shell/page.tsx';

const membersQuery = (festivalId: Festival['id']) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'members'],
    queryFn: ({ pageParam, signal }) =>
      api.identity.listMembers({ params: { festivalId }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export function TeamScreen() {
  const t = useTranslations('office.team');
  const role = useTranslations('office.role');
  const format = useFormatter();
  const { festival } = useFestival();
  const members = useInfiniteQuery(membersQuery(festival.id));
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <PagedList query={members} empty={{ icon: <Users aria-hidden="true" />, title: t('empty') }}>
        {(items) => (
          <Table caption={t('title')}>
            <TableHead>
              <tr>
                <TableHeader>{t('name')}</TableHeader>
                <TableHeader className="max-sm:hidden">{t('email')}</TableHeader>
                <TableHeader>{t('role')}</TableHeader>
                <TableHeader className="max-sm:hidden">{t('since')}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {items.map((member) => (
                <TableRow key={`${member.personId} ${member.role}`}>
                  <TableCell className="font-medium">
                    {member.name}
                    <span className="block text-xs font-normal break-all text-ink-soft sm:hidden">{member.email}</span>
                  </TableCell>
                  <TableCell className="text-ink-soft max-sm:hidden">{member.email}</TableCell>
                  <TableCell>
                    <Badge tone={member.role === 'ORGANISER' ? 'accent' : 'neutral'}>{role(member.role)}</Badge>
                  </TableCell>
                  <TableCell className="tabular text-ink-soft max-sm:hidden">
                    {format.dateTime(new Date(member.since), 'day')}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </PagedList>
    </Page>
  );
}
