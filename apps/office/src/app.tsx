import { ToastProvider } from '@festivals/ui/toast';
import { TooltipProvider } from '@festivals/ui/tooltip';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Speaking } from './i18n/speaking.tsx';
import { queryClient, router } from './router.tsx';

function Spoken() {
  const t = useTranslations('office.shell');
  return (
    <ToastProvider label={t('notifications')} closeLabel={t('close')}>
      <TooltipProvider delayDuration={300}>
        <RouterProvider router={router} />
      </TooltipProvider>
    </ToastProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Speaking>
        <Spoken />
      </Speaking>
    </QueryClientProvider>
  );
}
