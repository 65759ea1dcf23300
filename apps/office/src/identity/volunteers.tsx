import type { Festival } from '@festivals/domain/festival/contract';
import { volunteerList } from '@festivals/domain/identity/list-views';
import type { Volunteer, VolunteerRow } from '@festivals/domain/identity/volunteer-contract';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { IconButton } from '@festivals/ui/icon-button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HandHeart, MailPlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { ImportDialog } from '../list/import-dialog.tsx';
import { ListBar } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { useList } from '../list/use-list.ts';
import { useUndo } from '../record/use-undo.ts';
import { useFailureText } from '../shell/failure.tsx';
import { PeriodField } from './period-field.tsx';
import { volunteersQuery } from './team-queries.ts';
import { VolunteerSheet } from './volunteer-sheet.tsx';

const tones: Record<Volunteer['state'], BadgeTone> = {
  NONE: 'neutral',
  QUEUED: 'info',
  INVITED: 'info',
  EXPIRED: 'warning',
  JOINED: 'success',
  ENDED: 'neutral',
};

const states = ['NONE', 'INVITED', 'EXPIRED', 'JOINED', 'ENDED'] as const;
const none: readonly Volunteer[] = [];

const mayBeAsked: ReadonlySet<Volunteer['state']> = new Set(['NONE', 'EXPIRED', 'ENDED']);

/** Asks one volunteer by mail, whom no invitation waits for. */
function AskButton({
  festival,
  volunteer: { email, name },
  onSettled,
}: {
  festival: Festival;
  volunteer: Volunteer;
  onSettled: () => unknown;
}) {
  const t = useTranslations('office.volunteers');
  const invitation = useTranslations('office.invitation');
  const say = useToast();
  const describe = useFailureText();
  const keyFor = useDeedKey();
  const ask = useMutation({
    mutationFn: () => {
      const body = { email, role: 'STAFF' as const };
      return api.identity.invite({ params: { festivalId: festival.id }, body }, { idempotencyKey: keyFor(body) });
    },
    onSuccess: () => say({ title: invitation('sent', { email }) }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled,
  });
  return (
    <IconButton size="sm" label={t('inviteOf', { name })} busy={ask.isPending} onClick={() => ask.mutate()}>
      <MailPlus aria-hidden="true" />
    </IconButton>
  );
}

/** Those who help, by crew: from a file, invited a few at a time. */
export function Volunteers({
  festival,
  asked,
  look,
}: {
  festival: Festival;
  asked: ListSearch;
  look: (next: ListSearch) => void;
}) {
  const t = useTranslations('office.volunteers');
  const queryClient = useQueryClient();
  const say = useToast();
  const [until, setUntil] = useState<string | null>(null);
  const volunteers = useQuery({ ...volunteersQuery(festival.id), refetchInterval: 10_000 });
  const params = { festivalId: festival.id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id] });
  const list = useList(volunteerList, volunteers.data ?? none, asked, look);
  const upload = (
    <ImportDialog
      title={t('importTitle')}
      lead={t('importLead')}
      detail={({ email }: VolunteerRow) => email}
      preview={(body) => api.identity.previewVolunteers({ params, body })}
      apply={async (body, hash) => {
        const query = { hash, ...(until === null ? {} : { memberUntil: until }) };
        const counts = await api.identity.importVolunteers({ params, query, body });
        say({ title: t('imported', counts) });
      }}
      onSettled={refresh}
    >
      <PeriodField festival={festival} value={until} onChange={setUntil} />
    </ImportDialog>
  );
  return (
    <section className="space-y-2" aria-label={t('title')}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="text-sm font-semibold text-ink">{t('title')}</h2>
          <p className="text-ui text-ink-soft">{t('lead')}</p>
        </div>
        {(volunteers.data?.length ?? 0) > 0 && (
          <div className="flex flex-wrap gap-2">
            <ListBar
              asked={list.asked}
              look={look}
              searchLabel={t('search')}
              filters={states.map((state) => [state, t(`state.${state}`)])}
              sorts={[
                ['crew', t('crew')],
                ['name', t('name')],
                ['state', t('stateLabel')],
              ]}
            >
              <ExportMenu festival={festival} list="volunteers" asked={list.asked} label={t('title')} />
            </ListBar>
            {upload}
          </div>
        )}
      </div>
      <Loaded query={volunteers}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <EmptyState icon={<HandHeart aria-hidden="true" />} title={t('empty')} action={upload}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <VolunteerTable
              festival={festival}
              refresh={refresh}
              volunteers={list.rows}
              byCrew={list.sorting.sort === 'crew'}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function VolunteerTable({
  festival,
  volunteers,
  byCrew,
  refresh,
}: {
  festival: Festival;
  volunteers: readonly Volunteer[];
  /** Below their crews; else in one list, each with their crew. */
  byCrew: boolean;
  refresh: () => Promise<unknown>;
}) {
  const t = useTranslations('office.volunteers');
  const word = useTranslations('office.member');
  const say = useToast();
  const undo = useUndo(festival.id);
  const [asking, setAsking] = useState<{ what: 'change' | 'remove'; volunteer: Volunteer } | null>(null);
  const close = () => setAsking(null);
  const crews = byCrew ? [...Map.groupBy(volunteers, ({ crew }) => crew)] : [[null, volunteers] as const];
  if (volunteers.length === 0) return <p className="py-8 text-center text-ui text-ink-soft">{t('nobody')}</p>;
  return (
    <Card className="max-h-[36rem] overflow-auto">
      <Table caption={t('title')}>
        <TableHead>
          <tr>
            <TableHeader>{t('name')}</TableHeader>
            <TableHeader className="max-sm:hidden">{t('phone')}</TableHeader>
            <TableHeader>{t('stateLabel')}</TableHeader>
            <TableHeader>
              <span className="sr-only">{word('actions')}</span>
            </TableHeader>
          </tr>
        </TableHead>
        {crews.map(([crew, members]) => (
          <TableBody key={crew} className="border-t border-line">
            {crew !== null && (
              <tr className="bg-sunken/40">
                <th scope="rowgroup" colSpan={4} className="h-8 px-5 text-xs font-semibold text-ink-soft">
                  {crew} <span className="tabular font-normal text-ink-faint">{members.length}</span>
                </th>
              </tr>
            )}
            {members.map((volunteer) => (
              <TableRow key={volunteer.id}>
                <TableCell className="font-medium">
                  {volunteer.name}
                  {crew === null && <span className="ml-1.5 font-normal text-ink-soft">{volunteer.crew}</span>}
                  <span className="block text-xs font-normal break-all text-ink-faint">{volunteer.email}</span>
                </TableCell>
                <TableCell className="tabular text-ink-soft max-sm:hidden">{volunteer.phone}</TableCell>
                <TableCell>
                  <Badge tone={tones[volunteer.state]} dot>
                    {t(`state.${volunteer.state}`)}
                  </Badge>
                </TableCell>
                <TableCell className="text-right whitespace-nowrap max-sm:px-1">
                  {mayBeAsked.has(volunteer.state) && (
                    <AskButton festival={festival} volunteer={volunteer} onSettled={refresh} />
                  )}
                  <IconButton
                    size="sm"
                    label={t('changeOf', { name: volunteer.name })}
                    onClick={() => setAsking({ what: 'change', volunteer })}
                  >
                    <Pencil aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    size="sm"
                    label={word('removeOf', { name: volunteer.name })}
                    onClick={() => setAsking({ what: 'remove', volunteer })}
                  >
                    <Trash2 aria-hidden="true" />
                  </IconButton>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        ))}
      </Table>
      {asking?.what === 'change' && (
        <VolunteerSheet
          festival={festival}
          // As they are by now: somebody else may have saved meanwhile.
          volunteer={volunteers.find(({ id }) => id === asking.volunteer.id) ?? asking.volunteer}
          onClose={close}
        />
      )}
      {asking?.what === 'remove' && (
        <ConfirmDialog
          title={t('removeTitle', { name: asking.volunteer.name })}
          detail={t('removeDetail')}
          keepLabel={word('keep')}
          confirmLabel={word('remove')}
          onConfirm={async () => {
            const { id, version, name } = asking.volunteer;
            await api.identity.removeVolunteer({
              params: { festivalId: festival.id, volunteerId: id },
              query: { version },
            });
            say({
              title: word('removed', { name }),
              action: undo(() =>
                api.identity.restoreVolunteer({ params: { festivalId: festival.id, volunteerId: id } }),
              ),
            });
          }}
          onSettled={refresh}
          onClose={close}
        />
      )}
    </Card>
  );
}
