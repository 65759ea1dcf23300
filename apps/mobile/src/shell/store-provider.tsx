import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { claimStore, takeStore } from '../store/claim-store';
import type { Store } from '../store/local-database.ts';
import { openStore } from '../store/open-store.ts';
import { StoreBusy, StoreFailed } from './store-states.tsx';

type State = { kind: 'opening' } | { kind: 'elsewhere' } | { kind: 'failed' } | { kind: 'open'; store: Store };

const Opened = createContext<Store | null>(null);

/** Opens the store of this device for everything below; says so where another tab has it. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ kind: 'opening' });
  useEffect(() => {
    claimStore(() => setState({ kind: 'elsewhere' }))
      .then(openStore)
      .then((store) => setState({ kind: 'open', store }))
      .catch(() => setState({ kind: 'failed' }));
  }, []);
  if (state.kind === 'open') return <Opened value={state.store}>{children}</Opened>;
  if (state.kind === 'elsewhere') return <StoreBusy onTake={takeStore} />;
  if (state.kind === 'failed') return <StoreFailed />;
  return null;
}

/** The store of this device. */
export function useStore(): Store {
  const store = use(Opened);
  if (!store) throw new Error('useStore needs a StoreProvider above');
  return store;
}
