import type { Festival } from '@festivals/domain/festival/contract';
import type { Guest, GuestState } from '@festivals/domain/ticketing/guests/schemas';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Checkbox } from '@festivals/ui/checkbox';
import { IconButton } from '@festivals/ui/icon-button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { SortHeader } from '../list/sort-header.tsx';
import type { LookedAt } from '../list/use-list.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';

const tones: Record<GuestState, BadgeTone> = {
  WAITING: 'neutral',
  INVITED: 'info',
  EXPIRED: 'warning',
  CONFIRMED: 'success',
  DECLINED: 'danger',
  REVOKED: 'neutral',
};

type Props = {
  festival: Festival;
  list: LookedAt<Guest>;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onEdit: (id: string) => void;
};

/** The guests of a list, each to be ticked, with what became of them. */
export function GuestTable({ festival, list, chosen, onChoose, onEdit }: Props) {
  const t = useTranslations('office.guests');
  const orders = useTranslations('office.orders');
  const format = useFormatter();
  const { may } = useFestival();
  const narrow = useNarrow();
  const shown = list.rows.filter(({ id }) => chosen.has(id)).length;
  const choose = (id: string, on: boolean) =>
    onChoose(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const when = (instant: string) => format.dateTime(new Date(instant), 'moment', { timeZone: festival.zone });
  return (
    <Table caption={t('list')}>
      <TableHead>
        <tr>
          <TableHeader className="w-8">
            <Checkbox
              aria-label={t('chooseAll')}
              checked={shown === 0 ? false : shown === list.rows.length ? true : 'indeterminate'}
              onCheckedChange={(on) => onChoose(new Set(on === true ? list.rows.map(({ id }) => id) : []))}
            />
          </TableHeader>
          <SortHeader by="name" {...list.sorting}>
            {t('guest')}
          </SortHeader>
          {!narrow && (
            <>
              <SortHeader by="companions" first="descending" numeric {...list.sorting}>
                {t('companions')}
              </SortHeader>
              <SortHeader by="state" {...list.sorting}>
                {t('stateLabel')}
              </SortHeader>
            </>
          )}
          <TableHeader className="max-md:hidden">{orders('reference')}</TableHeader>
          <TableHeader numeric className="max-md:hidden">
            {t('figures.arrived')}
          </TableHeader>
          <TableHeader>
            <span className="sr-only">{t('edit')}</span>
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={list.rows} rowHeight={narrow ? 84 : 57}>
          {(guest) => {
            const name = guest.name || t('erased');
            const companions = guest.companions === 0 ? '' : `+${guest.companions}`;
            const state = (
              <Badge tone={tones[guest.state]} dot>
                {t(`state.${guest.state}`)}
              </Badge>
            );
            return (
              <TableRow
                key={guest.id}
                data-chosen={chosen.has(guest.id) || undefined}
                className="data-chosen:bg-accent-soft/40"
              >
                <TableCell>
                  <Checkbox
                    aria-label={t('choose', { name })}
                    checked={chosen.has(guest.id)}
                    onCheckedChange={(on) => choose(guest.id, on === true)}
                  />
                </TableCell>
                <TableCell className="max-sm:w-full max-sm:max-w-0 sm:max-w-72">
                  <span className="block truncate font-medium text-ink">
                    {name} {narrow && companions}
                  </span>
                  <span className="block truncate text-xs text-ink-faint">
                    {[guest.email, guest.note].filter(Boolean).join(' · ')}
                  </span>
                  {narrow && <span className="mt-1 block">{state}</span>}
                </TableCell>
                {!narrow && (
                  <>
                    <TableCell numeric>{companions}</TableCell>
                    <TableCell>
                      {state}
                      {guest.state === 'INVITED' && guest.expiresAt !== null && (
                        <span className="mt-0.5 block text-xs text-ink-faint">
                          {t('answersUntil', { date: when(guest.expiresAt) })}
                        </span>
                      )}
                    </TableCell>
                  </>
                )}
                <TableCell className="max-md:hidden">
                  {guest.orderId !== null && guest.reference !== null && (
                    <OrderReference to={may.has('orders.read') ? festival.slug : null} orderId={guest.orderId}>
                      {guest.reference}
                    </OrderReference>
                  )}
                </TableCell>
                <TableCell numeric className="max-md:hidden">
                  {guest.tickets > 0 && t('given', { given: guest.arrived, places: guest.tickets })}
                </TableCell>
                <TableCell className="text-right">
                  <IconButton size="sm" tone="plain" label={t('changeOf', { name })} onClick={() => onEdit(guest.id)}>
                    <Pencil aria-hidden="true" />
                  </IconButton>
                </TableCell>
              </TableRow>
            );
          }}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}

/** A reference that leads to its order, for whoever may see orders. */
function OrderReference({ to, orderId, children }: { to: string | null; orderId: string; children: string }) {
  if (to === null) return <code className="text-xs">{children}</code>;
  return (
    <Link
      to="/f/$slug/orders/$orderId"
      params={{ slug: to, orderId }}
      className="rounded-sm underline-offset-4 hover:underline"
    >
      <code className="text-xs">{children}</code>
    </Link>
  );
}
