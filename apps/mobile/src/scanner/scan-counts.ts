import { z } from 'zod';
import { recall } from '../store/kept.ts';
import { first, type Store } from '../store/local-database.ts';

const Counts = z.object({
  admitted: z.int(),
  /** Facts that the server has not answered yet. */
  waiting: z.int(),
  /** Tickets that another gate admitted as well. */
  conflicts: z.int(),
  /** Facts that the server could not read. */
  quarantined: z.int(),
});

export interface ScanCounts extends z.infer<typeof Counts> {
  lastSyncAt: number | null;
}

export const noScans: ScanCounts = { admitted: 0, waiting: 0, conflicts: 0, quarantined: 0, lastSyncAt: null };

/** What a gate shows of its own work. */
export async function countScans(store: Store, deviceId: string): Promise<ScanCounts> {
  const counts = await first(
    store,
    Counts,
    `select count(*) filter (where decision = 'admitted') as admitted,
            count(*) filter (where outcome is null) as waiting,
            count(*) filter (where outcome = 'DOUBLE_ADMISSION') as conflicts,
            count(*) filter (where outcome = 'QUARANTINED') as quarantined
     from scan where device_id = ?`,
    deviceId,
  );
  const lastSync = await recall(store, 'last-sync', z.literal(true));
  return { ...noScans, ...counts, lastSyncAt: lastSync?.at ?? null };
}
