import type { NewTicketType } from '@festivals/domain/ticketing/contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import type { DefaultValues } from 'react-hook-form';
import { z } from 'zod';
import type { FieldValues } from '../record/merge.ts';

interface Beginning {
  edited: TicketType | undefined;
  nextOrder: number;
  /** The rate that a new type begins with, in basis points. */
  vat: number;
}

/** What the form begins with: a type as it is, or a new one. */
export function valuesOf({ edited, nextOrder, vat }: Beginning): DefaultValues<z.input<typeof NewTicketType>> {
  if (edited === undefined)
    return {
      name: {},
      description: {},
      vat,
      minPerOrder: 1,
      maxPerOrder: 10,
      maxPerPerson: null,
      hidden: false,
      disclosure: 'FEW',
      fewLeftBelow: 20,
      order: nextOrder,
      onSaleFrom: null,
      onSaleUntil: null,
      tiers: [],
      variations: [],
      namesPrice: false,
    };
  const { id: _id, version: _version, quota, ...values } = edited;
  return { ...values, capacity: quota.capacity };
}

/** A past state as the form holds it: how many there are is its quota's. */
export const withCapacity = ({ quota, ...state }: FieldValues): FieldValues => {
  const { data } = Quota.safeParse(quota);
  return data === undefined ? state : { ...state, ...data };
};
const Quota = z.object({ capacity: z.int() });
