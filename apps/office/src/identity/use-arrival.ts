import type { SignedIn } from '@festivals/domain/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { speakLanguage } from '../i18n/language.ts';
import { meQuery } from './me.ts';
import { takeReturn } from './return-path.ts';

/** What follows a sign-in: nothing of another's stays, their language is spoken, and they go where they wanted to. */
export function useArrival() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return (signedIn: SignedIn | null, next: string | null) => {
    queryClient.clear();
    if (signedIn) {
      queryClient.setQueryData(meQuery.queryKey, signedIn.me);
      speakLanguage(signedIn.me.language);
    }
    return router.navigate({ href: next ?? takeReturn() ?? '/', replace: true });
  };
}
