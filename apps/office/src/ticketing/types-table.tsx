import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { IconButton } from '@festivals/ui/icon-button';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { localised } from '@festivals/messages';
import { moveType, placeType } from '@festivals/domain/ticketing/arrangement';
import type { Arrangement, SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { GripVertical, Pencil } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { useFormatter, useLocale, useNow, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { MoveMenu } from './move-menu.tsx';
import { QuotaBar } from './quota-bar.tsx';
import { saleState, type SaleState } from './sale-state.ts';

const tones: Record<SaleState, BadgeTone> = {
  hidden: 'neutral',
  soldOut: 'warning',
  notYet: 'neutral',
  closed: 'neutral',
  open: 'success',
};

type Props = {
  types: TicketType[];
  quotas: readonly SharedQuota[];
  arrangement: Arrangement;
  currency: string;
  /** Null for who may only look. */
  editing: {
    open: (typeId: string) => void;
    openHeading: (groupId: string) => void;
    arrange: (to: Arrangement) => void;
  } | null;
};

/** The ticket types as the shop orders them, below their headings; dragged by a pointer, moved by keys and a menu. */
export function TypesTable({ types, quotas, arrangement, currency, editing }: Props) {
  const t = useTranslations('office.tickets');
  const order = useTranslations('office.shopOrder');
  const language = useLanguage();
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const byId = new Map(types.map((type) => [type.id as string, type]));
  const nameOf = (id: string) => localised(byId.get(id)?.name ?? {}, language);
  const lists = [{ id: null, name: {}, ticketTypeIds: arrangement.ticketTypeIds }, ...arrangement.groups];
  const arrange = (id: string, to: Arrangement) => {
    const ids = [...to.ticketTypeIds, ...to.groups.flatMap((group) => group.ticketTypeIds)] as string[];
    setSaid(order('moved', { name: nameOf(id), place: ids.indexOf(id) + 1, count: ids.length }));
    editing?.arrange(to);
  };
  const drop = (to: { before: string } | { endOf: string | null }) => (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null) arrange(dragged, placeType(arrangement, dragged, to));
    setDragged(null);
  };
  const over = (event: DragEvent) => dragged !== null && event.preventDefault();
  return (
    <Card className="overflow-hidden">
      <p role="status" className="sr-only">
        {said}
      </p>
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
            {editing !== null && (
              <TableHeader>
                <span className="sr-only">{order('move')}</span>
              </TableHeader>
            )}
          </tr>
        </TableHead>
        {lists.map(({ id, name, ticketTypeIds }) => (
          <TableBody key={id ?? ''} className="border-t border-line first-of-type:border-t-0">
            {id !== null && (
              <tr onDragOver={over} onDrop={drop({ endOf: id })} className="bg-sunken/40">
                <th
                  scope="rowgroup"
                  colSpan={editing === null ? 5 : 6}
                  className="h-9 px-3 text-xs font-semibold tracking-wide text-ink-soft first:pl-5 last:pr-5"
                >
                  <span className="flex items-center gap-1">
                    {localised(name, language)}
                    {editing !== null && (
                      <IconButton
                        label={order('editHeading', { name: localised(name, language) })}
                        size="sm"
                        onClick={() => editing.openHeading(id)}
                      >
                        <Pencil aria-hidden="true" />
                      </IconButton>
                    )}
                    {ticketTypeIds.length === 0 && (
                      <span className="font-normal text-ink-faint">{order('emptyHeading')}</span>
                    )}
                  </span>
                </th>
              </tr>
            )}
            {ticketTypeIds.map((typeId) => {
              const type = byId.get(typeId);
              return (
                type && (
                  <TableRow
                    key={typeId}
                    draggable={editing !== null}
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'move';
                      setDragged(typeId);
                    }}
                    onDragEnd={() => setDragged(null)}
                    onDragOver={over}
                    onDrop={drop({ before: typeId })}
                    className={classNames(dragged === typeId && 'opacity-50')}
                  >
                    <TypeCells
                      type={type}
                      quotas={quotas.filter((quota) => quota.ticketTypeIds.includes(typeId))}
                      currency={currency}
                      open={editing === null ? null : () => editing.open(typeId)}
                    />
                    {editing !== null && (
                      <TableCell className="text-right">
                        <MoveMenu
                          name={nameOf(typeId)}
                          headings={arrangement.groups.map((group) => [group.id, localised(group.name, language)])}
                          onStep={(step) => arrange(typeId, moveType(arrangement, typeId, step))}
                          onHeading={(heading) => arrange(typeId, placeType(arrangement, typeId, { endOf: heading }))}
                        />
                      </TableCell>
                    )}
                  </TableRow>
                )
              );
            })}
          </TableBody>
        ))}
      </Table>
    </Card>
  );
}

function TypeCells({
  type,
  quotas,
  currency,
  open,
}: {
  type: TicketType;
  quotas: readonly SharedQuota[];
  currency: string;
  open: (() => void) | null;
}) {
  const t = useTranslations('office.tickets');
  const shared = useTranslations('office.sharedQuota');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const state = saleState(type, useNow({ updateInterval: 30_000 }));
  const name = localised(type.name, language);
  return (
    <>
      <TableCell className="sm:min-w-40">
        <span className="flex items-center gap-2">
          {open !== null && (
            <GripVertical
              aria-hidden="true"
              className="-ml-3 size-4 shrink-0 cursor-grab text-ink-faint/60 max-sm:hidden"
            />
          )}
          <span className={classNames('min-w-0', type.hidden && 'opacity-70')}>
            {open === null ? (
              <span className="font-medium">{name}</span>
            ) : (
              <button
                type="button"
                onClick={open}
                className="cursor-pointer rounded-sm text-left font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
              >
                {name}
              </button>
            )}
            <span className="block text-xs text-ink-faint sm:hidden">{t(`state.${state}`)}</span>
            {quotas.length > 0 && (
              <span className="block text-xs text-ink-faint max-sm:hidden">
                {shared('countsIn', { names: quotas.map((quota) => quota.name).join(' · ') })}
              </span>
            )}
          </span>
        </span>
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
    </>
  );
}
