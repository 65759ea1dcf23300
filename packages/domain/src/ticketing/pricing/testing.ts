/** A festival's prices for tests: what a test does not say is plain. */
import type {
  CodeOnSale,
  OptionOnSale,
  PriceList,
  PriceRules,
  PriceVerdict,
  TypeOnSale,
  Wishes,
} from './price-list.ts';
import { plainRules } from './plain-rules.ts';
import { priceOrder } from './price-order.ts';

export const now = new Date('2027-05-01T10:00:00.000Z');
export const before = '2027-05-01T09:59:59.999Z';
export const after = '2027-05-01T10:00:00.001Z';

export const typeOf = (id: string, price: number, more: Partial<TypeOnSale> = {}): TypeOnSale => ({
  id,
  quotaId: `q-${id}`,
  name: { en: id },
  price,
  vat: 600,
  minPerOrder: 1,
  maxPerOrder: 50,
  hidden: false,
  onSaleFrom: null,
  onSaleUntil: null,
  ...more,
});

export const optionOf = (id: string, price: number, more: Partial<OptionOnSale> = {}): OptionOnSale => ({
  id,
  quotaId: null,
  name: { en: id },
  price,
  vat: 2100,
  needsTicket: true,
  most: 1,
  ticketTypeIds: [],
  ...more,
});

export const codeOf = (code: string, more: Partial<CodeOnSale> = {}): CodeOnSale => ({
  id: `id-${code}`,
  code,
  effect: 'PERCENT',
  value: 1_000,
  per: 'TICKET',
  ticketTypeIds: [],
  opens: [],
  mostTickets: null,
  validFrom: null,
  validUntil: null,
  stacks: true,
  withDiscounts: true,
  disabled: false,
  uses: null,
  budget: null,
  ...more,
});

export interface Case {
  types?: readonly TypeOnSale[];
  options?: readonly OptionOnSale[];
  rules?: Partial<PriceRules>;
  codes?: readonly CodeOnSale[];
  typed?: readonly string[];
  country?: string;
  isOver?: boolean;
  buyer?: { country: string; vatNumber: string };
}

export const listOf = ({ types = [], options = [], rules = {}, country = 'BE', isOver = false }: Case): PriceList => ({
  festival: 'PUBLISHED',
  isOver,
  country,
  rules: { ...plainRules, ...rules },
  types,
  options,
});

/** Prices wishes: `{ day: 2 }` is two tickets of the type `day`. */
export const price = (wanted: Record<string, number> | Wishes, given: Case): PriceVerdict => {
  const wishes: Wishes = isWishes(wanted)
    ? wanted
    : { items: Object.entries(wanted).map(([ticketTypeId, quantity]) => ({ ticketTypeId, quantity })) };
  const { codes = [], typed = codes.map(({ code }) => code), buyer = null } = given;
  return priceOrder({ wishes, list: listOf(given), codes, typed, buyer, now });
};

const isWishes = (wanted: Record<string, number> | Wishes): wanted is Wishes => Array.isArray(wanted['items']);

/** `quantity × unit price (tax)` of each line. */
export const said = (verdict: PriceVerdict): string[] =>
  verdict.ok
    ? verdict.lines.map(({ kind, id, quantity, unitPrice, vatAmount }) =>
        [kind === 'TICKET' ? '' : kind, id ?? '', `${quantity} × ${unitPrice} (${vatAmount})`]
          .filter(Boolean)
          .join(' '),
      )
    : [verdict.code];
