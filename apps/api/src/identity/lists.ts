import {
  invitationList,
  type Teammate,
  teamList,
  teammates,
  volunteerList,
} from '@festivals/domain/identity/list-views';
import type { Invitation } from '@festivals/domain/identity/team-contract';
import type { Volunteer } from '@festivals/domain/identity/volunteer-contract';
import { office } from '@festivals/messages/office';
import { allPages } from '../platform/table/table-file.ts';
import { type Listed, pagedList, wholeList } from '../platform/table/listed.ts';
import { look } from '../platform/transaction.ts';
import { waitingInvitations } from './invitation-store.ts';
import { type AuditRow, auditPage } from './list-audit.ts';
import { members } from './list-members.ts';
import { allVolunteers } from './volunteer-store.ts';

const rowsAtOnce = 1000;
const mostPeople = 50_000;

export const identityLists: readonly Listed[] = [
  wholeList<Teammate>({
    name: 'team',
    needs: 'team.read',
    view: () => teamList,
    read: async (tx) => {
      const all = await members(tx, null, mostPeople);
      return teammates(
        all.map(({ person_id, ends_at, ...rest }) => ({ ...rest, personId: person_id, until: ends_at })),
      );
    },
    columns: (language) => {
      const { team: t, member, period, role } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: t.email, kind: 'text', value: ({ email }) => email },
        { heading: member.roles, kind: 'text', value: ({ roles }) => roles.map((one) => role[one]).join(', ') },
        { heading: t.since, kind: 'moment', value: ({ since }) => since },
        { heading: period.until, kind: 'moment', value: ({ until }) => until },
      ];
    },
  }),
  wholeList<Invitation>({
    name: 'invitations',
    needs: 'team.manage',
    view: () => invitationList,
    read: (tx) => waitingInvitations(tx, null, mostPeople),
    columns: (language) => {
      const { invitation: t, role, period } = office[language];
      return [
        { heading: t.email, kind: 'text', value: ({ email }) => email },
        { heading: t.role, kind: 'text', value: (one) => role[one.role] },
        { heading: t.invitedBy, kind: 'text', value: ({ invitedBy }) => invitedBy.name },
        { heading: t.expires, kind: 'moment', value: ({ expiresAt }) => expiresAt },
        { heading: period.until, kind: 'moment', value: ({ memberUntil }) => memberUntil },
      ];
    },
  }),
  wholeList<Volunteer>({
    name: 'volunteers',
    needs: 'team.manage',
    view: () => volunteerList,
    read: allVolunteers,
    columns: (language) => {
      const { volunteers: t, team } = office[language];
      return [
        { heading: t.crew, kind: 'text', value: ({ crew }) => crew },
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: team.email, kind: 'text', value: ({ email }) => email },
        { heading: t.phone, kind: 'text', value: ({ phone }) => phone },
        { heading: t.stateLabel, kind: 'text', value: ({ state }) => t.state[state] },
      ];
    },
  }),
  pagedList<AuditRow>({
    name: 'history',
    needs: 'audit.read',
    sorts: ['at'],
    only: (name) => /^[a-z]+\.[a-z_]+$/.test(name),
    rows: (ctx, { id }, { only, search, descending = true }) =>
      allPages<AuditRow, number>(
        (after) =>
          look(ctx, id, (tx) =>
            auditPage(tx, {
              festivalId: id,
              after,
              name: only,
              by: search,
              subjectId: undefined,
              descending,
              most: rowsAtOnce,
            }),
          ),
        ({ seq }) => seq,
      ),
    columns: (language) => {
      const { historyList: t, history, deed } = office[language];
      const deeds: Readonly<Record<string, string>> = deed;
      return [
        { heading: t.at, kind: 'moment', value: ({ at }) => at },
        {
          heading: t.who,
          kind: 'text',
          value: ({ actor_kind, actor_name }) => actor_name ?? history.actor[actor_kind],
        },
        { heading: t.what, kind: 'text', value: ({ name }) => deeds[name.replaceAll('.', '_')] ?? name },
        { heading: t.of, kind: 'text', value: ({ subject_id }) => subject_id },
        { heading: t.before, kind: 'text', value: ({ before }) => written(before) },
        { heading: t.after, kind: 'text', value: ({ after }) => written(after) },
        { heading: t.position, kind: 'number', value: ({ position }) => position },
      ];
    },
  }),
];

/** A spreadsheet's cell holds no more (Excel specifications and limits). */
const mostInCell = 32_000;
const written = (state: unknown): string | null =>
  state === null || state === undefined ? null : JSON.stringify(state).slice(0, mostInCell);
