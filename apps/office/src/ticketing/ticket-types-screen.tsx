import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import type { Festival } from '@festivals/domain/festival/contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Eye, Heading, KeyRound, Plus, Ticket } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { HeadingDialog } from './heading-dialog.tsx';
import { useOpened } from '../record/use-opened.ts';
import { OptionSheet } from './option-sheet.tsx';
import { Options } from './options.tsx';
import { sharedQuotasQuery, ticketOptionsQuery, ticketTypesQuery } from './queries.ts';
import { QuotaSheet } from './quota-sheet.tsx';
import { SharedQuotas } from './shared-quotas.tsx';
import { ShopPreview } from './shop-preview.tsx';
import { TicketPaper } from './ticket-paper.tsx';
import { TicketTypeSheet } from './ticket-type-sheet.tsx';
import { TypesTable } from './types-table.tsx';
import { useArrangement } from './use-arrangement.ts';

const route = getRouteApi('/office/f/$slug/tickets');

/** What is sold, for how much, and how many there are. */
export function TicketTypesScreen() {
  const t = useTranslations('office.tickets');
  const order = useTranslations('office.shopOrder');
  const keys = useTranslations('office.ticketKeys');
  const { festival, may } = useFestival();
  const navigate = route.useNavigate();
  const types = useQuery({ ...ticketTypesQuery(festival.id), refetchInterval: 10_000 });
  const mayEdit = may.has('ticketing.edit');
  const isEmpty = types.data?.length === 0;
  const open = (search: object) => void navigate({ search });
  const create = mayEdit && (
    <Button tone="accent" onClick={() => open({ edit: 'new' })}>
      <Plus aria-hidden="true" />
      {t('create')}
    </Button>
  );
  const actions = (
    <>
      {may.has('ticketing.keys') && (
        <Button asChild>
          <Link to="/f/$slug/tickets/keys" params={{ slug: festival.slug }}>
            <KeyRound aria-hidden="true" />
            {keys('open')}
          </Link>
        </Button>
      )}
      {!isEmpty && <ExportMenu festival={festival} list="ticket-types" asked={{}} />}
      {!isEmpty && (
        <Button onClick={() => open({ preview: true })}>
          <Eye aria-hidden="true" />
          {order('preview')}
        </Button>
      )}
      {mayEdit && !isEmpty && (
        <Button onClick={() => open({ heading: 'new' })}>
          <Heading aria-hidden="true" />
          {order('newHeading')}
        </Button>
      )}
      {create}
    </>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={actions}>
      <Loaded query={types}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <EmptyState icon={<Ticket aria-hidden="true" />} title={t('empty')} action={create}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <Inventory festival={festival} types={list} mayEdit={mayEdit} open={open} />
          )
        }
      </Loaded>
      {isEmpty && <EditedType festival={festival} types={[]} mayEdit={mayEdit} onClose={() => open({})} />}
    </Page>
  );
}

type Parts = { festival: Festival; types: TicketType[]; mayEdit: boolean };

function EditedType({ festival, types, mayEdit, onClose }: Parts & { onClose: () => void }) {
  const { edit } = route.useSearch();
  const edited = useOpened(types, edit);
  return mayEdit && (edit === 'new' || edited !== undefined) ? (
    <TicketTypeSheet key={edit} festival={festival} edited={edited} nextOrder={types.length} onClose={onClose} />
  ) : null;
}

function Inventory({ festival, types, mayEdit, open }: Parts & { open: (search: object) => void }) {
  const { quota, option, heading, preview } = route.useSearch();
  const quotas = useQuery({ ...sharedQuotasQuery(festival.id), refetchInterval: 10_000 }).data ?? [];
  const options = useQuery(ticketOptionsQuery(festival.id)).data ?? [];
  const arrangement = useArrangement(festival, types);
  const close = () => open({});
  const editedQuota = useOpened(quotas, quota);
  const editedOption = useOpened(options, option);
  const isHeading = heading === 'new' || arrangement.now.groups.some(({ id }) => id === heading);
  return (
    <div className="space-y-6">
      <TypesTable
        types={types}
        quotas={quotas}
        arrangement={arrangement.now}
        currency={festival.currency}
        editing={
          mayEdit
            ? {
                open: (edit) => open({ edit }),
                openHeading: (id) => open({ heading: id }),
                arrange: arrangement.move,
              }
            : null
        }
      />
      <div className="grid items-start gap-6 *:min-w-0 lg:grid-cols-2">
        <SharedQuotas quotas={quotas} types={types} open={mayEdit ? (id) => open({ quota: id }) : null} />
        <Options
          options={options}
          types={types}
          festival={festival}
          open={mayEdit ? (id) => open({ option: id }) : null}
        />
        <TicketPaper festival={festival} mayEdit={mayEdit} />
      </div>
      <EditedType festival={festival} types={types} mayEdit={mayEdit} onClose={close} />
      {mayEdit && (quota === 'new' || editedQuota) && (
        <QuotaSheet key={quota} festival={festival} edited={editedQuota} types={types} onClose={close} />
      )}
      {mayEdit && (option === 'new' || editedOption) && (
        <OptionSheet
          key={option}
          festival={festival}
          edited={editedOption}
          types={types}
          nextOrder={options.length}
          onClose={close}
        />
      )}
      {mayEdit && isHeading && (
        <HeadingDialog
          key={heading}
          festival={festival}
          arrangement={arrangement.now}
          groupId={heading}
          onArrange={arrangement.move}
          onClose={close}
        />
      )}
      {preview && <ShopPreview festival={festival} types={types} arrangement={arrangement.now} onClose={close} />}
    </div>
  );
}
