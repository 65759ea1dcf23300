/** Questions for tests. */
import type { AskedOfBuyers, BuyerQuestion } from './schemas.ts';
import { plainAsked } from './plain-asked.ts';

let made = 0;
/** An id like any other, another one each time. */
const nextId = (): string => `01900000-0000-7000-9000-${String((made += 1)).padStart(12, '0')}`;

export const question = (part: Partial<BuyerQuestion> = {}): BuyerQuestion => ({
  id: nextId(),
  of: 'TICKET',
  at: 'CHECKOUT',
  kind: 'TEXT',
  label: { en: 'Something' },
  help: {},
  required: false,
  ticketTypeIds: [],
  condition: null,
  options: [],
  active: true,
  ...part,
});

export const asking = (part: Partial<AskedOfBuyers>): AskedOfBuyers => ({ ...plainAsked, ...part });
