import type { Language } from '@festivals/messages';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../api.ts';
import { speakLanguage } from '../i18n/language.ts';
import { meQuery } from './me.ts';

/** Speaks another language here at once, and in mails and on other machines from now on. */
export function useChangeLanguage() {
  const queryClient = useQueryClient();
  return useCallback(
    (language: Language) => {
      speakLanguage(language);
      // The choice holds here whether or not the account can be told: without network it is told at the next choice.
      void api.identity.updateMe({ body: { language } }).then(
        (me) => queryClient.setQueryData(meQuery.queryKey, me),
        () => undefined,
      );
    },
    [queryClient],
  );
}
