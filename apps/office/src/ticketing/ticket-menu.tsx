import type { Festival } from '@festivals/domain/festival/contract';
import type { Order, Ticket } from '@festivals/domain/ticketing/schemas';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@festivals/ui/dropdown-menu';
import { IconButton } from '@festivals/ui/icon-button';
import { Ellipsis, PenLine, RefreshCw, TicketX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { AskDialog } from './ask-dialog.tsx';

type Props = { festival: Festival; order: Order; ticket: Ticket };

/** What can be done with one ticket of an order that still opens a gate. */
export function TicketMenu({ festival, order, ticket }: Props) {
  const t = useTranslations('office.orderDeeds');
  const keyOf = useDeedKey();
  const [deed, setDeed] = useState<'rename' | 'reissue' | 'take' | null>(null);
  const params = { festivalId: festival.id, orderId: order.id, ticketId: ticket.id };
  const close = () => setDeed(null);
  const why = [{ name: 'reason', label: t('why'), maxLength: 300 }];
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton label={t('ticketMenu', { number: ticket.id.slice(-8).toUpperCase() })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => setDeed('rename')}>
            <PenLine aria-hidden="true" />
            {t('rename')}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDeed('reissue')}>
            <RefreshCw aria-hidden="true" />
            {t('reissue')}
          </DropdownMenuItem>
          <DropdownMenuItem danger onSelect={() => setDeed('take')}>
            <TicketX aria-hidden="true" />
            {t('take')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {deed === 'rename' && (
        <AskDialog
          festival={festival}
          title={t('renameTitle')}
          lead={t('renameLead')}
          fields={[{ name: 'holder', label: t('holder'), value: ticket.holder, maxLength: 120 }]}
          confirm={t('save')}
          keep={t('cancel')}
          onConfirm={({ holder = '' }) => api.ticketing.renameHolder({ params, body: { was: ticket.holder, holder } })}
          onClose={close}
        />
      )}
      {deed === 'reissue' && (
        <AskDialog
          festival={festival}
          title={t('reissueTitle')}
          lead={t('reissueLead')}
          fields={why}
          confirm={t('reissue')}
          keep={t('keep')}
          onConfirm={({ reason = '' }) =>
            api.ticketing.reissueTicket({ params, body: { reason } }, { idempotencyKey: keyOf([ticket.id, reason]) })
          }
          onClose={close}
        />
      )}
      {deed === 'take' && (
        <AskDialog
          danger
          festival={festival}
          title={t('takeTitle')}
          lead={t('takeLead')}
          fields={why}
          confirm={t('take')}
          keep={t('keep')}
          onConfirm={({ reason = '' }) =>
            api.ticketing.cancelTicket({ params, body: { reason } }, { idempotencyKey: keyOf([ticket.id, reason]) })
          }
          onClose={close}
        />
      )}
    </>
  );
}
