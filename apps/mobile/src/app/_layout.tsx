import '../global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { Slot } from 'expo-router';
import { StatusBar } from 'expo-status-bar';
import { useEffect } from 'react';
import { LanguageProvider } from '../language/language-provider.tsx';
import { SyncProvider } from '../scanner/sync-provider.tsx';
import { keepShell } from '../shell/keep-shell';
import { queryClient } from '../shell/query-client.ts';
import { provideSecureRandom } from '../shell/secure-random';
import { StoreProvider } from '../shell/store-provider.tsx';
import { useLook } from '../shell/use-look.ts';

provideSecureRandom();

export { ErrorBoundary } from '../shell/broken.tsx';

export default function RootLayout() {
  useLook();
  useEffect(keepShell, []);
  return (
    <LanguageProvider>
      <StoreProvider>
        <QueryClientProvider client={queryClient}>
          <SyncProvider>
            <StatusBar style="auto" />
            <Slot />
          </SyncProvider>
        </QueryClientProvider>
      </StoreProvider>
    </LanguageProvider>
  );
}
