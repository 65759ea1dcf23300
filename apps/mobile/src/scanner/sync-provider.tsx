import { Unreachable } from '@festivals/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { deviceLine, isRevocation } from '../api/device-line.ts';
import { ENROLMENT } from '../device/enrolment.ts';
import { useEnrolment } from '../device/use-enrolment.ts';
import { useStore } from '../shell/store-provider.tsx';
import { keep } from '../store/kept.ts';
import { onNetworkBack } from './network-back';
import { countScans, noScans, type ScanCounts } from './scan-counts.ts';
import { startSyncLoop, type SyncLoop } from './sync-loop.ts';
import { syncScans } from './sync-scans.ts';

/** How the last turn went: not ended yet, well, without an answer, with a bad one. */
export type LineState = 'trying' | 'open' | 'down' | 'trouble';

export interface SyncState extends ScanCounts {
  line: LineState;
  /** To be called after each scan: counts anew and tries to send. */
  scanned: () => void;
}

const Sync = createContext<SyncState>({ ...noScans, line: 'trying', scanned: () => {} });

/** The state of this gate's line to its festival. */
export const useSync = () => use(Sync);

/** Syncs for as long as the app is open and the device enrolled, whatever screen is shown. */
export function SyncProvider({ children }: { children: ReactNode }) {
  const store = useStore();
  const queries = useQueryClient();
  const enrolment = useEnrolment() ?? null;
  const [line, setLine] = useState<LineState>('trying');
  const loop = useRef<SyncLoop | null>(null);
  const counts = useQuery({
    queryKey: ['scans', enrolment?.deviceId],
    queryFn: () => (enrolment ? countScans(store, enrolment.deviceId) : noScans),
    staleTime: 0,
  });

  useEffect(() => {
    if (!enrolment || enrolment.revokedAt !== null) return;
    const server = deviceLine(enrolment);
    const closeGate = async () => {
      await keep(store, ENROLMENT, { ...enrolment, revokedAt: Date.now() }, Date.now());
      await queries.invalidateQueries({ queryKey: ['kept', ENROLMENT] });
    };
    const running = startSyncLoop(
      async () => {
        if (await syncScans(store, enrolment.deviceId, server, Date.now))
          await queries.invalidateQueries({ queryKey: ['kept', ENROLMENT] });
      },
      (failure) => {
        setLine(lineAfter(failure));
        void queries.invalidateQueries({ queryKey: ['scans'] });
        if (isRevocation(failure)) void closeGate();
      },
    );
    loop.current = running;
    const forgetNetwork = onNetworkBack(running.nudge);
    return () => {
      forgetNetwork();
      running.stop();
      loop.current = null;
      setLine('trying');
    };
  }, [store, queries, enrolment]);

  const scanned = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['scans'] });
    loop.current?.nudge();
  }, [queries]);
  const state = useMemo(() => ({ ...(counts.data ?? noScans), line, scanned }), [counts.data, line, scanned]);
  return <Sync value={state}>{children}</Sync>;
}

const lineAfter = (failure: unknown): LineState =>
  failure === null ? 'open' : failure instanceof Unreachable ? 'down' : 'trouble';
