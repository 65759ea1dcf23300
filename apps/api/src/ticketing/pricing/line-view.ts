import type { OrderLine } from '@festivals/domain/ticketing/pricing/price-list';
import type { Line } from '@festivals/domain/ticketing/schemas';
import type { z } from 'zod';

type View = z.input<typeof Line>;

/** A priced line in the shape in which baskets keep it. */
export const lineView = ({ id, quotaId: _quotaId, ...line }: OrderLine, at: number): View => ({
  ...line,
  lineNo: at + 1,
  // What was typed as a name came through the contract.
  name: line.name as View['name'],
  why: line.why as View['why'],
  ticketTypeId: (line.kind === 'TICKET' ? id : null) as View['ticketTypeId'],
  itemId: line.kind === 'TICKET' ? null : id,
});
