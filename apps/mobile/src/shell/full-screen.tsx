import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

const FullScreen = createContext<{ full: boolean; setFull: (full: boolean) => void }>({
  full: false,
  setFull: () => {},
});

/** Lets a screen below take the room of the tab bar as well. */
export function FullScreenProvider({ children }: { children: ReactNode }) {
  const [full, setFull] = useState(false);
  const value = useMemo(() => ({ full, setFull }), [full]);
  return <FullScreen value={value}>{children}</FullScreen>;
}

export const useIsFullScreen = () => use(FullScreen).full;

/** Takes the whole screen while `wanted`. */
export function useFullScreen(wanted: boolean): void {
  const { setFull } = use(FullScreen);
  useEffect(() => {
    setFull(wanted);
    return () => setFull(false);
  }, [wanted, setFull]);
}
