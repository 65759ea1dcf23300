import { lazy } from 'react';

/** The charts' library comes when there is something to draw, not before the figures. */
export const Bars = lazy(async () => ({ default: (await import('./bars.tsx')).Bars }));
