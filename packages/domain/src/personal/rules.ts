/** How long people may think better of it, and how long a copy of their data lies about. */
export const graceSeconds = 14 * 24 * 3600;
export const exportSeconds = 7 * 24 * 3600;
/** A copy is made at most so often. */
export const exportQuietSeconds = 24 * 3600;
export const confirmDeletionSeconds = 3600;

export type ExportState = 'none' | 'making' | 'ready';

/** Where a copy stands; one that is over is none. */
export function exportState(copy: { madeAt: Date | null; expiresAt: Date | null } | null, now: Date): ExportState {
  if (copy === null) return 'none';
  if (copy.madeAt === null || copy.expiresAt === null) return 'making';
  return copy.expiresAt > now ? 'ready' : 'none';
}

/** Seconds until a further copy may be asked for; 0 when it may be now. */
export function secondsToNextExport(askedAt: Date | null, now: Date): number {
  if (askedAt === null) return 0;
  return Math.max(0, Math.ceil((askedAt.getTime() + exportQuietSeconds * 1000 - now.getTime()) / 1000));
}
