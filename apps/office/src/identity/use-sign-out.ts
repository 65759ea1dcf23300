import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@festivals/ui/toast';
import { authApi } from '../api.ts';

/** Ends this session (or all of them) and forgets everything that was loaded in it. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const say = useToast();
  const t = useTranslations('office.shell');
  return useCallback(
    async (everywhere = false) => {
      try {
        await (everywhere ? authApi.identity.logoutEverywhere({}) : authApi.identity.logout({}));
      } catch {
        say({ tone: 'danger', title: t('signOutFailed') });
        return;
      }
      // First leave: what is on the screen still needs to know who is signed in.
      await router.navigate({ to: '/sign-in' });
      queryClient.clear();
    },
    [queryClient, router, say, t],
  );
}
