import type { Festival } from '@festivals/domain/festival/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ReceivedDialog, waitsForHands } from './received-dialog.tsx';

/** The way to say that an order's money has come; nothing where no hands bring it. */
export function ReceivedAction({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.payments');
  const [open, setOpen] = useState(false);
  if (!waitsForHands(order)) return null;
  return (
    <>
      <Button tone="accent" onClick={() => setOpen(true)}>
        {t('received')}
      </Button>
      {open && <ReceivedDialog festival={festival} order={order} onClose={() => setOpen(false)} />}
    </>
  );
}
