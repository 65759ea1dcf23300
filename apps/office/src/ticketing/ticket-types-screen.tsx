import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { localised } from '@festivals/messages';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Ticket } from 'lucide-react';
import { useFormatter, useLocale, useNow, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { QuotaBar } from './quota-bar.tsx';
import { ticketTypesQuery } from './queries.ts';
import { TicketTypeSheet } from './ticket-type-sheet.tsx';

const route = getRouteApi('/office/f/$slug/tickets');

function saleState(
  { quota, onSaleFrom, onSaleUntil }: TicketType,
  now: Date,
): 'soldOut' | 'notYet' | 'closed' | 'open' {
  if (onSaleUntil !== null && new Date(onSaleUntil) <= now) return 'closed';
  if (quota.sold >= quota.capacity) return 'soldOut';
  return onSaleFrom !== null && new Date(onSaleFrom) > now ? 'notYet' : 'open';
}

const tones: Record<ReturnType<typeof saleState>, BadgeTone> = {
  soldOut: 'warning',
  notYet: 'neutral',
  closed: 'neutral',
  open: 'success',
};

function TypesTable({
  types,
  currency,
  edit,
}: {
  types: TicketType[];
  currency: string;
  edit: ((id: string) => void) | null;
}) {
  const t = useTranslations('office.tickets');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  return (
    <Card className="overflow-hidden">
      <Table caption={t('title')}>
        <TableHead>
          <tr>
            <TableHeader>{t('name')}</TableHeader>
            <TableHeader numeric>{t('price')}</TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              {t('vat')}
            </TableHeader>
            <TableHeader className="sm:w-56">{t('quota')}</TableHeader>
            <TableHeader className="max-sm:hidden">{t('sale')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {types.map((type) => {
            const state = saleState(type, now);
            const name = localised(type.name, language);
            return (
              <TableRow key={type.id}>
                <TableCell className="sm:min-w-40">
                  {edit === null ? (
                    <span className="font-medium">{name}</span>
                  ) : (
                    <button
                      type="button"
                      onClick={() => edit(type.id)}
                      className="cursor-pointer rounded-sm text-left font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                    >
                      {name}
                    </button>
                  )}
                  <span className="block text-xs text-ink-faint sm:hidden">{t(`state.${state}`)}</span>
                </TableCell>
                <TableCell numeric>
                  {type.price === 0 ? t('free') : <Money cents={type.price} currency={currency} locale={locale} />}
                </TableCell>
                <TableCell numeric className="text-ink-soft max-sm:hidden">
                  {format.number(type.vat / 10_000, 'rate')}
                </TableCell>
                <TableCell className="space-y-1 sm:min-w-44">
                  <QuotaBar {...type.quota} />
                  <span className="tabular block text-xs text-ink-faint">
                    {t('quotaDetail', { sold: type.quota.sold, held: type.quota.held, capacity: type.quota.capacity })}
                  </span>
                </TableCell>
                <TableCell className="max-sm:hidden">
                  <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Card>
  );
}

/** What is sold, for how much, and how many there are. */
export function TicketTypesScreen() {
  const t = useTranslations('office.tickets');
  const { festival, may } = useFestival();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const types = useQuery({ ...ticketTypesQuery(festival.id), refetchInterval: 10_000 });
  const mayEdit = may.has('ticketing.edit');
  const open = (id: string | undefined) => void navigate({ search: { edit: id } });
  const create = mayEdit && (
    <Button tone="accent" onClick={() => open('new')}>
      <Plus aria-hidden="true" />
      {t('create')}
    </Button>
  );
  const edited = types.data?.find((type) => type.id === edit);
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={create}>
      <Loaded query={types}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <EmptyState icon={<Ticket aria-hidden="true" />} title={t('empty')} action={create}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <TypesTable
              types={list.toSorted((a, b) => a.order - b.order || a.price - b.price)}
              currency={festival.currency}
              edit={mayEdit ? open : null}
            />
          )
        }
      </Loaded>
      {mayEdit && (edit === 'new' || edited !== undefined) && (
        <TicketTypeSheet
          key={edit}
          festival={festival}
          edited={edited}
          nextOrder={types.data?.length ?? 0}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}
