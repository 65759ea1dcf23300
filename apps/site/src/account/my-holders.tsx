'use client';

import type * as contract from '@festivals/domain/ticketing/asked/contract';
import type { MyOrder } from '@festivals/domain/ticketing/my-orders-contract';
import type { Language } from '@festivals/messages';
import { useEffect, useRef, useState } from 'react';
import { OrderHolders } from '../shop/asked/order-holders.tsx';
import { ask } from './account-client.ts';
import { problemOf } from './account-problem.ts';

const path = '/festivals/:festivalId/orders/:orderId/holders';

/** Who comes with an order of mine; asked for once somebody opens it. */
export function MyHolders({ order, language }: { order: MyOrder; language: Language }) {
  const here = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const around = here.current?.closest('details');
    const hear = () => setOpen((before) => before || around?.open === true);
    around?.addEventListener('toggle', hear);
    return () => around?.removeEventListener('toggle', hear);
  }, []);
  const params = { festivalId: order.festivalId, orderId: order.id };
  return (
    <div ref={here} className="pt-3">
      {open && (
        <OrderHolders
          load={() => ask<typeof contract.viewOrderAsked>('GET', path, { params, query: {} })}
          save={(changes) =>
            ask<typeof contract.changeOrderAsked>(
              'PATCH',
              path,
              { params, body: changes },
              { idempotencyKey: crypto.randomUUID() },
            )
          }
          problemOf={problemOf}
          language={language}
          fallbacks={[]}
          always
        />
      )}
    </div>
  );
}
