import { bytes, queryBoolean } from '@festivals/contract';
import { z } from 'zod';

/** How a list goes out as a file. */
export const TableQuery = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  /** Whether a CSV begins with the mark (BOM) by which Excel knows UTF-8. */
  mark: queryBoolean().default(true),
});

export const tableAnswer = bytes('text/csv', ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
